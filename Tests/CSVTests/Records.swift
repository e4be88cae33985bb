import CSV

/// A record as the reader gave it, its fields trimmed.
struct Record: Equatable, CustomStringConvertible {
  let fields: [[UInt8]]
  let line: Int
  let row: Int

  init(_ fields: [[UInt8]], line: Int, row: Int) {
    self.fields = fields
    self.line = line
    self.row = row
  }
  init(_ fields: [String], line: Int, row: Int) { self.init(fields.map { Array($0.utf8) }, line: line, row: row) }

  var texts: [String] { fields.map { String(decoding: $0, as: UTF8.self) } }
  var description: String { "\(line)/\(row): \(texts)" }
}

/// Everything a reader says of a text: its records up to the error, if there is one.
struct Reading: Equatable {
  var records: [Record] = []
  var error: QuotingError?

  init(_ bytes: [UInt8], delimiter: Character = ";", usesOnlyLibCSV: Bool = false, isTrimmed: Bool = true) {
    bytes.withUnsafeBufferPointer { buffer in
      let reader = RecordReader(buffer, delimiter: delimiter.asciiValue!, usesOnlyLibCSV: usesOnlyLibCSV)
      do throws(QuotingError) {
        while try reader.next() {
          let fields = (0..<reader.count).map { Array(isTrimmed ? trimmed(reader[$0]) : reader[$0]) }
          records.append(Record(fields, line: reader.line, row: reader.row))
        }
      } catch {
        self.error = error
      }
    }
  }

  init(_ text: String, delimiter: Character = ";") { self.init(Array(text.utf8), delimiter: delimiter) }
}
