import Domain

/// One figure of a funder's report: the number, what it is called there, and what it is read against.
struct FunderFigure: Sendable {
  let key: Figures.Key
  let indicator: Indicator
  /// The funder's own name for it, else the catalogue's.
  let label: String
  /// nil where the month holds no such figure.
  let released: ReleasedFigure?
  let baseline: Benchmark?
  let target: Benchmark?

  init(
    _ indicator: Indicator, _ horizon: Horizon, _ cell: Domain.Cell = .total, for funder: Funder,
    in month: ReportedMonth
  ) {
    self.indicator = indicator
    key = Figures.Key(indicator.id, horizon, cell)
    label = funder.labels[indicator.id]?.fr ?? indicator.label.fr
    released = month.figures[key]
    baseline = indicator.baselines.applying(to: cell, horizon: horizon, in: month.month)
    target = indicator.targets.applying(to: cell, horizon: horizon, in: month.month)
  }

  var value: Rational? { released?.value }
  var status: Status { released?.figure.status ?? .M }
  var isHidden: Bool { released?.isHidden ?? false }

  /// As a cell of a table.
  var cell: ReportCell { valueCell(of: released, indicator, key: key) }

  /// `provisoire (5 associations sur 7)`, `non disponible : aucun fichier accepté`, `secret statistique`.
  var statusWords: String {
    if isHidden { return "secret statistique" }
    guard status != .M else {
      return Status.M.french + (released?.figure.reason.map { "\(French.noBreakSpace): \($0.french)" } ?? "")
    }
    // Of a single association's figure "0 association sur 1" says nothing.
    return statusText(released, namesAssociations: (released?.figure.associations ?? 0) > 1)
  }
}

/// A figure as a cell: its number, `s` where it is hidden, `nd` where it is missing.
func valueCell(of figure: ReleasedFigure?, _ indicator: Indicator, key: Figures.Key? = nil) -> ReportCell {
  ReportCell(figure.released, indicator, of: key)
}

extension ReportCell {
  /// A number, `s` or `nd`.
  init(_ value: ReleasedValue, _ indicator: Indicator, of key: Figures.Key? = nil) {
    switch value {
    case .shown(let number): self.init(.number(number, NumberLook(decimals: indicator.decimals)), of: key)
    case .hidden: self.init(.secret, of: key)
    case .missing: self.init(.missing, of: key)
    }
  }
}

extension Indicator.Unit {
  /// Of a difference: shares differ in points.
  var ofDifference: Indicator.Unit { self == .percent ? .points : self }
}
