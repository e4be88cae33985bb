/// Builds RFC 4180 text: quotes a field where it must, and only there. (libcsv's own writer quotes everything.)
package struct CSVText: Sendable {
  private let separator: Character
  private let lineEnd: String
  private let needsQuotes: Set<UInt8>
  package private(set) var bytes: [UInt8]

  package init(separator: Character = ",", lineEnd: String = "\n", byteOrderMark: Bool = false) {
    self.separator = separator
    self.lineEnd = lineEnd
    needsQuotes = Set("\"\r\n".utf8).union(String(separator).utf8)
    bytes = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
  }

  package mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(contentsOf: String(separator).utf8) }
      let first = field.utf8.first, last = field.utf8.last
      // Outer spaces are quoted too: many readers trim them otherwise. So is a lone empty field: it would be a blank line.
      let isPlain =
        !field.utf8.contains(where: needsQuotes.contains) && first != 0x20 && first != 0x09 && last != 0x20
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
    bytes.append(contentsOf: lineEnd.utf8)
  }
}
