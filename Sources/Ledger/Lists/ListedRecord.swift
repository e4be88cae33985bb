import GRDB

/// A record of a list of which an edition mostly has the rows of the one before: its files, its findings.
protocol ListedRecord: EditionRow, FetchableRecord, Sendable {
  /// The table, and what `inherited` calls the list.
  static var list: String { get }
  /// Columns of the table beside those of a copy's text, behind them.
  static var more: KeyValuePairs<String, (Self) -> ColumnValue> { get }
  static func known(_ rows: KnownRows, of edition: Int64) -> OwnRows<Self>?
  static func keep(_ own: OwnRows<Self>, in rows: KnownRows, of edition: Int64)
}

extension InputRecord: ListedRecord {
  static var list: String { "input" }
  static var more: KeyValuePairs<String, (InputRecord) -> ColumnValue> { ["archive": { .text($0.archive) }] }
  static func known(_ rows: KnownRows, of edition: Int64) -> OwnRows<InputRecord>? { rows.inputs(of: edition) }
  static func keep(_ own: OwnRows<InputRecord>, in rows: KnownRows, of edition: Int64) { rows.keep(own, of: edition) }
}

extension FindingRecord: ListedRecord {
  static var list: String { "finding" }
  static var more: KeyValuePairs<String, (FindingRecord) -> ColumnValue> { [:] }
  static func known(_ rows: KnownRows, of edition: Int64) -> OwnRows<FindingRecord>? { rows.findings(of: edition) }
  static func keep(_ own: OwnRows<FindingRecord>, in rows: KnownRows, of edition: Int64) { rows.keep(own, of: edition) }
}
