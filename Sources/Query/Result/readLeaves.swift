import CSV
import Domain

/// What a result says about one programme; rows of others, which may be thousands, are passed over. The columns stand in any order.
/// Throws ``LeavesUnreadable``.
package func readLeaves(_ bytes: [UInt8], file: String, programme: Int64) throws -> LeafResult {
  try bytes.withUnsafeBufferPointer { buffer in
    var reading = try LeafReading(buffer, file: file, programme: programme)
    return try reading.read()
  }
}

/// Goes through the file once.
private struct LeafReading {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String
  private let programme: Int64
  private var reader: RecordReader
  /// By ``ResultColumn``: its place in the file.
  private let places: [Int]
  private var result = LeafResult(last: Month(index: 0), numbering: 0)
  private var isKnown = false
  private var states: [FileKey: FileState] = [:]

  /// The cells that were answered.
  private var seen: Set<RowKey> = []

  private struct RowKey: Hashable {
    let leaf: String
    let span: String
    let month: Month
    let cell: [Dimension: UInt32]
    let annualHours: Int64
  }

  private struct FileState {
    var state: Int64?
    var rowsKept = 0
    var rowsRead = 0
    var content: Int64?
    var expectedRows = 0
    var rows: Int?
  }

  private struct FileKey: Hashable, Comparable {
    let association: Int
    let kind: ExportKind
    let month: Month
    static func < (a: FileKey, b: FileKey) -> Bool {
      (a.month, a.association, a.kind.rawValue) < (b.month, b.association, b.kind.rawValue)
    }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, programme: Int64) throws {
    let isMarked = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    self.bytes = isMarked ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
    self.file = file
    self.programme = programme
    let reader = RecordReader(self.bytes, delimiter: UInt8(ascii: ","))
    self.reader = reader
    let hasHeader = (try? reader.next()) ?? false
    let header = hasHeader ? (0..<reader.count).map { text(reader[$0]) } : []
    places = try ResultColumn.allCases.map { column in
      guard let place = header.firstIndex(of: column.rawValue) else {
        throw LeavesUnreadable(file: file, cause: .column(column.rawValue))
      }
      return place
    }
  }

  mutating func read() throws -> LeafResult {
    while try next() { try readRow() }
    guard isKnown else { throw LeavesUnreadable(file: file, cause: .otherProgramme) }
    // In one order: of several that are wrong, the same is told each time.
    for (key, file) in states.sorted(by: { $0.key < $1.key }) {
      guard file.rows ?? 0 == file.expectedRows else {
        throw LeavesUnreadable(
          file: self.file,
          cause: .rows(
            key.kind, key.month, association: key.association, found: file.rows ?? 0, expected: file.expectedRows))
      }
      let state = file.state ?? 0
      result.deliveries.append(
        DeliveryState(
          association: key.association, kind: key.kind, month: key.month, isAccepted: state & 1 != 0,
          isWaived: state & 2 != 0, rowsKept: file.rowsKept, rowsRefused: file.rowsRead - file.rowsKept,
          content: file.content ?? 0))
    }
    return result
  }

  /// The limit of rows is one for what people send: here a new reader goes on where the last one stopped.
  private mutating func next() throws -> Bool {
    if reader.row >= CSVLimits.rows {
      let position = reader.position
      reader = RecordReader(bytes, from: position.offset, line: position.line, row: 1, delimiter: UInt8(ascii: ","))
    }
    do { return try reader.next() } catch {
      throw LeavesUnreadable(file: file, cause: .quoting(line: reader.line))
    }
  }

  private mutating func readRow() throws {
    guard places.allSatisfy({ $0 < reader.count }) else {
      throw LeavesUnreadable(file: file, cause: .quoting(line: reader.line))
    }
    let span = text(reader[places[ResultColumn.span.place]])
    if span == "question" {
      try readQuestion()
      return
    }
    guard try number(.programme) == programme else { return }
    let month = try month()
    let leaf = text(reader[places[ResultColumn.leaf.place]])
    if leaf == "facts" {
      isKnown = true
      result.last = month
      result.numbering = try number(.value) ?? 0
    } else if let space = leaf.firstIndex(of: " "), let about = About(rawValue: String(leaf[..<space])),
      let kind = ExportKind(id: String(leaf[leaf.index(after: space)...]))
    {
      try readFile(about, kind, month)
    } else {
      let row = try row(month, span)
      let key = RowKey(leaf: leaf, span: span, month: month, cell: row.cell, annualHours: row.annualHours)
      guard seen.insert(key).inserted else {
        throw LeavesUnreadable(file: file, cause: .twice(line: reader.line))
      }
      result.rows[leaf, default: []].append(row)
    }
  }

  private mutating func readQuestion() throws {
    let leaf = text(reader[places[ResultColumn.leaf.place]])
    if leaf == "month" {
      result.months.insert(try month())
      return
    }
    let breakdown = try Dimension.allCases.filter { try number(ResultColumn($0)) != nil }
    result.questions.insert(LeafResult.Question(leaf: leaf, breakdown: breakdown))
  }

  /// What a row says of an export.
  private enum About: String { case deliveries, contents, rows }

  private mutating func readFile(_ about: About, _ kind: ExportKind, _ month: Month) throws {
    let key = FileKey(association: Int(try number(.association) ?? 0), kind: kind, month: month)
    var file = states[key] ?? FileState()
    let value = try number(.value) ?? 0
    let isTwice: Bool
    switch about {
    case .deliveries:
      isTwice = file.state != nil
      file.state = value
      file.rowsKept = Int(try number(.answered) ?? 0)
      file.rowsRead = Int(try number(.asked) ?? 0)
    case .contents:
      isTwice = file.content != nil
      file.content = value
      file.expectedRows = Int(try number(.asked) ?? 0)
    case .rows:
      isTwice = file.rows != nil
      file.rows = Int(value)
    }
    guard !isTwice else { throw LeavesUnreadable(file: self.file, cause: .twice(line: reader.line)) }
    states[key] = file
  }

  private func row(_ month: Month, _ span: String) throws -> LeafRow {
    var cell: [Dimension: UInt32] = [:]
    for dimension in Dimension.allCases {
      let column = ResultColumn(dimension)
      cell[dimension] = try number(column).map { code in
        guard let code = UInt32(exactly: code) else { throw noNumber(column) }
        return code
      }
    }
    return LeafRow(
      month: month, span: span, cell: cell, annualHours: try number(.annual_hours) ?? 0, value: try number(.value),
      answered: try number(.answered).map { Int($0) }, asked: try number(.asked).map { Int($0) })
  }

  /// nil: empty.
  private func number(_ column: ResultColumn) throws -> Int64? {
    let field = trimmed(reader[places[column.place]])
    guard !field.isEmpty else { return nil }
    // Sums of a sum are wider; of anything else no sum over all months leaves 64 bits.
    let isWide = column == .value && !trimmed(reader[places[ResultColumn.annual_hours.place]]).isEmpty
    guard let number = Int64(String(decoding: field, as: UTF8.self)),
      isWide || number.magnitude <= LeafReading.largest
    else { throw noNumber(column) }
    return number
  }

  private static let largest: UInt64 = 1_000_000_000_000_000

  private func month() throws -> Month {
    let month = Month(index: Int32(truncatingIfNeeded: try number(.month) ?? 0))
    guard Month.accepted.contains(month) else { throw noNumber(.month) }
    return month
  }

  private func noNumber(_ column: ResultColumn) -> LeavesUnreadable {
    LeavesUnreadable(file: file, cause: .number(line: reader.line, column: column.rawValue))
  }
}

private func text(_ field: UnsafeBufferPointer<UInt8>) -> String { String(decoding: trimmed(field), as: UTF8.self) }

extension ResultColumn {
  fileprivate var place: Int { ResultColumn.allCases.firstIndex(of: self) ?? 0 }
}
