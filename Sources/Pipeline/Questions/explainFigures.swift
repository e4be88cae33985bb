import Compute
import Domain

/// What is asked to be explained.
package struct ExplainRequest: Sendable {
  package var indicator: String
  /// nil: each of the indicator's horizons.
  package var horizon: Horizon?
  package var cell: Cell
  package init(indicator: String, horizon: Horizon?, cell: Cell) {
    self.indicator = indicator
    self.horizon = horizon
    self.cell = cell
  }
}

/// A month to explain figures of: an edition as its archive tells it, or the inputs as they are now.
package struct ExplainedMonth: Sendable {
  package let checked: CheckedMonth
  /// nil: the inputs as they are.
  package let edition: String?
  /// The edition that superseded it.
  package let successor: String?
  /// Of the edition: what it hid.
  package let hidden: [HiddenCell]

  /// The edition named, else the month's current one; computed from the inputs where there is none, or where it is asked.
  /// Throws ``NoSuchEdition``, ``LedgerMissing``, ``LedgerInconsistent``, ``ArchiveDamaged``, `LedgerError`, and what
  /// `readInputs` throws.
  package init(
    _ month: Month, edition name: String?, compute isComputed: Bool, inputs: () throws -> InputsFolder,
    reports: ReportsFolder
  ) throws {
    if !isComputed, let (store, edition) = try editionAsked(month, name, reports) {
      checked = try readEdition(edition, store)
      self.edition = edition.name
      successor = try store.successor(of: edition)?.name
      hidden = try store.hiddenCells(of: edition)
    } else {
      checked = try readInputs(inputs(), month: month, timings: Timings())
      edition = nil
      successor = nil
      hidden = []
    }
  }
}

/// Explains a figure of a month. Throws ``NothingToExplain``.
package func explainFigures(_ request: ExplainRequest, of checked: CheckedMonth) throws -> [Explanation] {
  let definitions = checked.definitions
  guard let indicator = definitions.catalogue[request.indicator] else {
    let known = definitions.catalogue.indicators.map(\.id).joined(separator: ", ")
    throw NothingToExplain(message: "L'indicateur « \(request.indicator) » n'existe pas ; il y a : \(known).")
  }
  let horizons = request.horizon.map { [$0] } ?? indicator.horizons
  let explanations = horizons.compactMap {
    explain(
      indicator, $0, request.cell, catalogue: definitions.catalogue, from: checked.facts, of: definitions.programme,
      with: definitions.reference, for: checked.month)
  }
  guard !explanations.isEmpty else {
    let dimensions = indicator.breakdowns.map { $0.map(\.id).joined(separator: " × ") }.joined(separator: ", ")
    throw NothingToExplain(
      message:
        "« \(indicator.id) » n'a pas cette case ; horizons : \(indicator.horizons.map(\.id).joined(separator: ", ")) ; ventilations : \(dimensions.isEmpty ? "aucune" : dimensions)."
    )
  }
  return explanations
}
