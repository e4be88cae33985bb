import CSV

extension Listing {
  /// From a table of our own: comma, header first.
  init(csv: [UInt8]) throws {
    var rows: [[String]] = []
    try csv.withUnsafeBufferPointer { buffer in
      let reader = RecordReader(buffer, delimiter: UInt8(ascii: ","))
      while try reader.next() { rows.append((0..<reader.count).map { String(decoding: reader[$0], as: UTF8.self) }) }
    }
    header = rows.first ?? []
    self.rows = Array(rows.dropFirst())
  }
}
