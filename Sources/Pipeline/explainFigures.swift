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

/// There is no such indicator, horizon or cell: exit 64.
package struct NothingToExplain: Error, Hashable, Sendable {
  package let message: String
}

/// Explains a figure from the inputs as they are now.
package func explainFigures(
  _ request: ExplainRequest, month: Month, inputs: InputsFolder
) throws -> (explanations: [Explanation], gathered: Gathered) {
  let gathered = try gather(inputs, month: month, timings: Timings())
  let definitions = gathered.definitions
  guard let indicator = definitions.catalogue[request.indicator] else {
    let known = definitions.catalogue.indicators.map(\.id).joined(separator: ", ")
    throw NothingToExplain(message: "L'indicateur « \(request.indicator) » n'existe pas ; il y a : \(known).")
  }
  let horizons = request.horizon.map { [$0] } ?? indicator.horizons
  let explanations = horizons.compactMap {
    explain(
      indicator, $0, request.cell, catalogue: definitions.catalogue, from: gathered.facts, of: definitions.programme,
      with: definitions.reference, for: month)
  }
  guard !explanations.isEmpty else {
    let dimensions = indicator.breakdowns.map { $0.map(\.id).joined(separator: " × ") }.joined(separator: ", ")
    throw NothingToExplain(
      message:
        "« \(indicator.id) » n'a pas cette case ; horizons : \(indicator.horizons.map(\.id).joined(separator: ", ")) ; ventilations : \(dimensions.isEmpty ? "aucune" : dimensions)."
    )
  }
  return (explanations, gathered)
}
