/// Builds RFC 4180 text: quotes a field where it must, and only there. (libcsv's own writer quotes everything.)
package struct CSVText: Sendable {
  private let separator: [UInt8]
  private let lineEnd: [UInt8]
  /// By byte.
  private let needsQuotes: [Bool]
  package private(set) var bytes: [UInt8]

  package init(separator: Character = ",", lineEnd: String = "\n", byteOrderMark: Bool = false) {
    self.separator = Array(String(separator).utf8)
    self.lineEnd = Array(lineEnd.utf8)
    var needsQuotes = Array(repeating: false, count: 256)
    for byte in Array("\"\r\n".utf8) + self.separator { needsQuotes[Int(byte)] = true }
    self.needsQuotes = needsQuotes
    bytes = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
  }

  package mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(contentsOf: separator) }
      let first = field.utf8.first, last = field.utf8.last
      // Outer spaces are quoted too: many readers trim them otherwise. So is a lone empty field: it would be a blank line.
      let isPlain =
        !field.utf8.contains { needsQuotes[Int($0)] } && first != 0x20 && first != 0x09 && last != 0x20
        && last != 0x09 && !(fields.count == 1 && field.isEmpty)
      if isPlain {
        bytes.append(contentsOf: field.utf8)
      } else {
        bytes.append(UInt8(ascii: "\""))
        for byte in field.utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
      }
    }
    bytes.append(contentsOf: lineEnd)
  }
}
