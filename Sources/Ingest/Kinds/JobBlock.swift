import Domain

/// Rows on their way into the columns of an export, some hundred at a time: an array asks at each append whether it is its own and
/// has room (measured: 13 columns a row, 60 ns of it).
struct JobBlock {
  /// One row, but for its identifiers.
  struct Row {
    var line: Int
    var spreadsheetRow: Int
    var axis: UInt32
    var contract: UInt32
    var status: UInt32
    var scheme: UInt32
    var sex: UInt32
    var commune: UInt32
    var fullTimeEquivalent: Int64?
    var hours: Int64?
    var start: Day?
    var end: Day?
  }
  private static let limit = 256

  private let line = JobBlock.column(of: UInt32.self)
  private let spreadsheetRow = JobBlock.column(of: UInt32.self)
  private let axis = JobBlock.column(of: UInt8.self)
  private let contract = JobBlock.column(of: UInt8.self)
  private let status = JobBlock.column(of: UInt8.self)
  private let scheme = JobBlock.column(of: UInt8.self)
  private let sex = JobBlock.column(of: UInt8.self)
  private let commune = JobBlock.column(of: UInt32.self)
  private let fullTimeEquivalent = JobBlock.column(of: Int32.self)
  private let hours = JobBlock.column(of: Int64.self)
  private let start = JobBlock.column(of: Int32.self)
  private let end = JobBlock.column(of: Int32.self)
  private var count = 0

  private static func column<Element>(of: Element.Type) -> UnsafeMutablePointer<Element> {
    .allocate(capacity: limit)
  }

  func deallocate() {
    for column in [axis, contract, status, scheme, sex] { column.deallocate() }
    for column in [line, spreadsheetRow, commune] { column.deallocate() }
    for column in [fullTimeEquivalent, start, end] { column.deallocate() }
    hours.deallocate()
  }

  @inline(__always)
  mutating func append(_ row: Row, to rows: inout JobRows, _ spreadsheetRows: inout [UInt32]) {
    line[count] = UInt32(row.line)
    spreadsheetRow[count] = UInt32(row.spreadsheetRow)
    axis[count] = UInt8(row.axis)
    contract[count] = UInt8(row.contract)
    status[count] = UInt8(row.status)
    scheme[count] = UInt8(row.scheme)
    sex[count] = UInt8(row.sex)
    commune[count] = row.commune
    fullTimeEquivalent[count] = row.fullTimeEquivalent.map { Int32($0) } ?? -1
    hours[count] = row.hours ?? -1
    start[count] = row.start?.number ?? Int32.min
    end[count] = row.end?.number ?? Int32.min
    count += 1
    if count == JobBlock.limit { flush(to: &rows, &spreadsheetRows) }
  }

  mutating func flush(to rows: inout JobRows, _ spreadsheetRows: inout [UInt32]) {
    func all<Element>(_ column: UnsafeMutablePointer<Element>) -> UnsafeBufferPointer<Element> {
      UnsafeBufferPointer(start: column, count: count)
    }
    rows.line.append(contentsOf: all(line))
    spreadsheetRows.append(contentsOf: all(spreadsheetRow))
    rows.axis.append(contentsOf: all(axis))
    rows.contract.append(contentsOf: all(contract))
    rows.status.append(contentsOf: all(status))
    rows.scheme.append(contentsOf: all(scheme))
    rows.sex.append(contentsOf: all(sex))
    rows.commune.append(contentsOf: all(commune))
    rows.fullTimeEquivalent.append(contentsOf: all(fullTimeEquivalent))
    rows.hours.append(contentsOf: all(hours))
    rows.start.append(contentsOf: all(start))
    rows.end.append(contentsOf: all(end))
    count = 0
  }
}
