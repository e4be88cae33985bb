import GRDB

/// A finding of an edition: code, place, rule and remedy; never a cell's value.
/// An object, as ``InputRecord``.
package final class FindingRecord: Hashable, Sendable, FetchableRecord {
  package let code: String
  package let severity: String
  package let association: String?
  package let kind: String?
  package let month: String?
  package let file: String
  package let line: Int?
  package let row: Int?
  /// Separated by spaces.
  package let otherLines: String
  package let column: Int?
  package let header: String?
  package let rule: String
  package let remedy: String

  package init(
    code: String, severity: String, association: String?, kind: String?, month: String?, file: String, line: Int?,
    row: Int?, otherLines: String, column: Int?, header: String?, rule: String, remedy: String
  ) {
    self.code = code
    self.severity = severity
    self.association = association
    self.kind = kind
    self.month = month
    self.file = file
    self.line = line
    self.row = row
    self.otherLines = otherLines
    self.column = column
    self.header = header
    self.rule = rule
    self.remedy = remedy
  }

  /// Of a row of ``EditionRow/names``. Throws `RowDecodingError`.
  package init(row: Row) throws {
    code = try row.decode(String.self, atIndex: 0)
    severity = try row.decode(String.self, atIndex: 1)
    association = try row.decode(String?.self, atIndex: 2)
    kind = try row.decode(String?.self, atIndex: 3)
    month = try row.decode(String?.self, atIndex: 4)
    file = try row.decode(String.self, atIndex: 5)
    line = try row.decode(Int?.self, atIndex: 6)
    self.row = try row.decode(Int?.self, atIndex: 7)
    otherLines = try row.decode(String.self, atIndex: 8)
    column = try row.decode(Int?.self, atIndex: 9)
    header = try row.decode(String?.self, atIndex: 10)
    rule = try row.decode(String.self, atIndex: 11)
    remedy = try row.decode(String.self, atIndex: 12)
  }

  package static func == (a: FindingRecord, b: FindingRecord) -> Bool { a.isSame(as: b) }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(line)
  }
}
