/// Builds RFC 4180 text: quotes a field where it must, and only there. (libcsv's own writer quotes everything.)
package struct CSVText: Sendable {
  private let separator: UInt8
  private let lineEnd: [UInt8]
  /// By byte.
  private let needsQuotes: [Bool]
  package private(set) var bytes: [UInt8]

  /// `separator` is a character of ASCII.
  package init(separator: Character = ",", lineEnd: String = "\n", byteOrderMark: Bool = false) {
    self.separator = separator.asciiValue!
    self.lineEnd = Array(lineEnd.utf8)
    var needsQuotes = Array(repeating: false, count: 256)
    for byte in Array("\"\r\n".utf8) + [self.separator] { needsQuotes[Int(byte)] = true }
    self.needsQuotes = needsQuotes
    bytes = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
  }

  package mutating func append(_ fields: [String]) {
    let isAlone = fields.count == 1
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(separator) }
      // Most cells of a wide table.
      guard !field.isEmpty || isAlone else { continue }
      var field = field
      field.withUTF8 { append($0, isAlone: isAlone) }
    }
    bytes.append(contentsOf: lineEnd)
  }

  private mutating func append(_ field: UnsafeBufferPointer<UInt8>, isAlone: Bool) {
    func isSpace(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 }
    // Outer spaces are quoted too: many readers trim them otherwise. So is a lone empty field: it would be a blank line.
    let isPlain =
      !field.contains { needsQuotes[Int($0)] } && !isSpace(field.first) && !isSpace(field.last)
      && !(isAlone && field.isEmpty)
    guard !isPlain else { return bytes.append(contentsOf: field) }
    bytes.append(UInt8(ascii: "\""))
    for byte in field {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
