/// One entry of the catalogue.
package struct Indicator: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Hashable, Sendable {
    case postes, ETP, personnes, heures, reunions, entrees, sorties, participants, organisations, points
    case percent = "%"

    /// As it is read after a number: `postes`, `réunions`, `%`.
    package var french: String {
      switch self {
      case .reunions: return "réunions"
      case .entrees: return "entrées"
      default: return rawValue
      }
    }
  }

  package var id: String
  package var label: Label
  /// One sentence, printed in the workbook and in the docs.
  package var definition: Label
  package var unit: Unit
  package var decimals: Int
  package var term: Term
  /// One or two dimensions each, in the order of ``Dimension``.
  package var breakdowns: [[Dimension]]
  package var horizons: [Horizon]
  /// Counts persons: small counts are hidden wherever it is published.
  package var countsPersons = false
  package var baselines: [Benchmark] = []
  package var targets: [Benchmark] = []
  package var tags: [String] = []

  package init(
    id: String, label: Label, definition: Label, unit: Unit, decimals: Int, term: Term,
    breakdowns: [[Dimension]] = [], horizons: [Horizon]
  ) {
    self.id = id
    self.label = label
    self.definition = definition
    self.unit = unit
    self.decimals = decimals
    self.term = term
    self.breakdowns = breakdowns
    self.horizons = horizons
  }

  package var isSensitive: Bool { tags.contains("sensitive") }
}
