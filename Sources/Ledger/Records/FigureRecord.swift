import GRDB

/// A figure of an edition, unprotected, and how it was released. Numbers are exact fractions: `3`, `5/2`.
package struct FigureRecord: Codable, Hashable, Sendable, FetchableRecord {
  package var indicator: String
  package var horizon: String
  /// `axe=mobilite sexe=f`; empty for the total.
  package var cell: String
  package var value: String?
  package var numerator: String?
  package var denominator: String?
  package var status: String
  package var reason: String?
  /// F, C or D.
  package var confidentiality: String

  package init(
    indicator: String, horizon: String, cell: String, value: String?, numerator: String?, denominator: String?,
    status: String, reason: String?, confidentiality: String
  ) {
    self.indicator = indicator
    self.horizon = horizon
    self.cell = cell
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.status = status
    self.reason = reason
    self.confidentiality = confidentiality
  }

  /// Of a row of ``EditionRow/names``. Throws `RowDecodingError`.
  package init(row: Row) throws {
    indicator = try row.decode(String.self, atIndex: 0)
    horizon = try row.decode(String.self, atIndex: 1)
    cell = try row.decode(String.self, atIndex: 2)
    value = try row.decode(String?.self, atIndex: 3)
    numerator = try row.decode(String?.self, atIndex: 4)
    denominator = try row.decode(String?.self, atIndex: 5)
    status = try row.decode(String.self, atIndex: 6)
    reason = try row.decode(String?.self, atIndex: 7)
    confidentiality = try row.decode(String.self, atIndex: 8)
  }
}
