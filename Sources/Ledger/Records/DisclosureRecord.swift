import GRDB

/// A cell of an earlier month that an edition tells and that month's own edition does not, or a cell that an edition hides though it is
/// not small, with what that protects. Numbers are exact fractions, unprotected.
package struct DisclosureRecord: Codable, Hashable, Sendable, FetchableRecord {
  package var month: String
  package var indicator: String
  package var horizon: String
  /// `axe=mobilite sexe=f`; empty for the total.
  package var cell: String
  package var value: String?
  package var numerator: String?
  package var denominator: String?
  /// F, C or D.
  package var confidentiality: String
  /// Of D: the hidden cells that would be known if it were shown, `2022-05 sorties annee association=adds`, each behind a `; `.
  package var protects: String?

  package init(
    month: String, indicator: String, horizon: String, cell: String, value: String?, numerator: String?,
    denominator: String?, confidentiality: String, protects: String?
  ) {
    self.month = month
    self.indicator = indicator
    self.horizon = horizon
    self.cell = cell
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.confidentiality = confidentiality
    self.protects = protects
  }

  /// `2022-05 sorties annee association=adds`
  package var name: String { [month, indicator, horizon, cell].filter { !$0.isEmpty }.joined(separator: " ") }

  /// The cell, and what it protects.
  package var reason: String { "\(name) : \(protects ?? "")" }
}
