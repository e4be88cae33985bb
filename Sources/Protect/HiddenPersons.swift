import Domain

/// Where a count of persons is hidden, whatever it counts of them. To be made when it is known of all figures of a month whether they
/// are hidden.
struct HiddenPersons {
  private struct Place: Hashable {
    let horizon: Horizon
    let cell: Cell
  }
  private let places: Set<Place>

  init(_ figures: some Sequence<(figure: Figure, confidentiality: Confidentiality)>, _ catalogue: Catalogue) {
    places = Set(
      figures.lazy.filter { $0.confidentiality != .F && catalogue[$0.figure.indicator]?.countsPersons ?? true }
        .map { Place(horizon: $0.figure.horizon, cell: $0.figure.cell) })
  }

  /// Whether one of them stands in the figure's cell, over its stretch of time: the figure itself, or another.
  func stand(beside figure: Figure) -> Bool { places.contains(Place(horizon: figure.horizon, cell: figure.cell)) }
}
