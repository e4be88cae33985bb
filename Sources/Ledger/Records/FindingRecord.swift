import GRDB

/// A finding of an edition: code, place, rule and remedy; never a cell's value.
package struct FindingRecord: Codable, Hashable, Sendable, FetchableRecord {
  package var code: String
  package var severity: String
  package var association: String?
  package var kind: String?
  package var month: String?
  package var file: String
  package var line: Int?
  package var row: Int?
  /// Separated by spaces.
  package var otherLines: String
  package var column: Int?
  package var header: String?
  package var rule: String
  package var remedy: String

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
}
