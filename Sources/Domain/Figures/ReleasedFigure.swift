/// Whether a published cell is shown, by SDMX's confidentiality codes.
package enum Confidentiality: UInt8, Hashable, Sendable {
  /// Free.
  case F
  /// Hidden: a small count of persons, or something that gives one away.
  case C
  /// Hidden so that another hidden cell cannot be computed back.
  case D
  package var id: String { String(describing: self) }
}

/// A figure as it may leave the house. Hidden: no value, numerator or denominator; printed *s* (secret).
package struct ReleasedFigure: Hashable, Sendable {
  package let figure: Figure
  package let confidentiality: Confidentiality

  package init(_ figure: Figure, confidentiality: Confidentiality = .F) {
    var shown = figure
    if confidentiality != .F {
      shown.value = nil
      shown.numerator = nil
      shown.denominator = nil
      shown.personCounts = []
    }
    self.figure = shown
    self.confidentiality = confidentiality
  }

  package var isHidden: Bool { confidentiality != .F }
  package var value: Rational? { figure.value }
}

/// The figures of a month after protection, in the table's order.
package struct ReleasedFigures: Sendable {
  package let month: Month
  package let all: [ReleasedFigure]
  private let positions: [Figures.Key: Int]

  package init(month: Month, _ figures: [ReleasedFigure]) {
    self.month = month
    all = figures
    positions = Dictionary(
      figures.enumerated().map { (Figures.Key($1.figure.indicator, $1.figure.horizon, $1.figure.cell), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  package subscript(_ indicator: String, _ horizon: Horizon, _ cell: Cell = .total) -> ReleasedFigure? {
    positions[Figures.Key(indicator, horizon, cell)].map { all[$0] }
  }

  /// The figures of one breakdown, in the table's order.
  package func cells(of indicator: String, _ horizon: Horizon, by dimensions: [Dimension]) -> [ReleasedFigure] {
    all.filter {
      $0.figure.indicator == indicator && $0.figure.horizon == horizon && $0.figure.cell.dimensions == dimensions
    }
  }
}
