import GRDB
import Glibc

/// A record of a list of which an edition mostly has the rows of the one before: its files, its findings.
protocol ListedRecord: AnyObject, EditionRow, FetchableRecord, Sendable {
  /// The table, and what `inherited` calls the list.
  static var list: String { get }
  /// Columns of the table beside those of a copy's text, behind them.
  static var more: KeyValuePairs<String, (Self) -> ColumnValue> { get }
  /// Every column, byte for byte: Swift's texts are the same, too, where one writes é as one character and the other as two.
  func isSame(as other: Self) -> Bool
  static func known(_ rows: KnownRows, of edition: Int64) -> OwnRows<Self>?
  static func keep(_ own: OwnRows<Self>, in rows: KnownRows, of edition: Int64)
}

extension InputRecord: ListedRecord {
  static var list: String { "input" }
  static var more: KeyValuePairs<String, (InputRecord) -> ColumnValue> { ["archive": { .text($0.archive) }] }
  func isSame(as other: InputRecord) -> Bool {
    self === other
      || rowsKept == other.rowsKept && rowsRefused == other.rowsRefused && isOwed == other.isOwed
        && sha256.isSame(as: other.sha256) && file.isSame(as: other.file) && association.isSame(as: other.association)
        && kind.isSame(as: other.kind) && month.isSame(as: other.month) && outcome.isSame(as: other.outcome)
        && waived.isSame(as: other.waived) && archive.isSame(as: other.archive)
  }
  static func known(_ rows: KnownRows, of edition: Int64) -> OwnRows<InputRecord>? { rows.inputs(of: edition) }
  static func keep(_ own: OwnRows<InputRecord>, in rows: KnownRows, of edition: Int64) { rows.keep(own, of: edition) }
}

extension FindingRecord: ListedRecord {
  static var list: String { "finding" }
  static var more: KeyValuePairs<String, (FindingRecord) -> ColumnValue> { [:] }
  func isSame(as other: FindingRecord) -> Bool {
    self === other
      || line == other.line && row == other.row && column == other.column
        && file.isSame(as: other.file) && code.isSame(as: other.code) && severity.isSame(as: other.severity)
        && association.isSame(as: other.association) && kind.isSame(as: other.kind) && month.isSame(as: other.month)
        && otherLines.isSame(as: other.otherLines) && header.isSame(as: other.header) && rule.isSame(as: other.rule)
        && remedy.isSame(as: other.remedy)
  }
  static func known(_ rows: KnownRows, of edition: Int64) -> OwnRows<FindingRecord>? { rows.findings(of: edition) }
  static func keep(_ own: OwnRows<FindingRecord>, in rows: KnownRows, of edition: Int64) { rows.keep(own, of: edition) }
}

extension String {
  fileprivate func isSame(as other: String) -> Bool {
    var (text, other) = (self, other)
    return text.withUTF8 { text in
      other.withUTF8 { other in
        guard text.count == other.count, let first = text.baseAddress, let second = other.baseAddress else {
          return text.count == other.count
        }
        return memcmp(first, second, text.count) == 0
      }
    }
  }
}

extension String? {
  fileprivate func isSame(as other: String?) -> Bool {
    guard let self, let other else { return (self == nil) == (other == nil) }
    return self.isSame(as: other)
  }
}
