import Domain

/// One figure of a report: the number, what it is called there, the stretch it counts, and what it is read against.
struct FunderFigure: Sendable {
  let key: Figures.Key
  let month: Month
  let indicator: Indicator
  /// The funder's own name for it, else the catalogue's.
  let label: String
  /// Of its cell: empty for the total.
  let place: String
  let counted: CountedPeriod
  /// The same as a cell of a table says it.
  let period: String
  /// nil where the month holds no such figure.
  let released: ReleasedFigure?
  let baseline: Benchmark?
  /// The catalogue's.
  let target: Benchmark?
  let objective: Objective?
  let comment: Comment?

  init(_ indicator: Indicator, _ key: Figures.Key, for funder: Funder?, in month: ReportedMonth) {
    self.indicator = indicator
    self.key = key
    self.month = month.month
    label = funder?.labels[indicator.id]?.fr ?? indicator.label.fr
    place = cellLabel(key.cell, in: month.definitions.programme)
    counted = month.definitions.countedPeriod(of: key, in: month.month)
    period = counted.french(endingWith: month.month, start: month.definitions.programme.start)
    released = month.figures[key]
    baseline = indicator.baselines.applying(to: key.cell, horizon: key.horizon, in: month.month)
    target = indicator.targets.applying(to: key.cell, horizon: key.horizon, in: month.month)
    objective = funder?.objective(of: key, in: month.month)
    comment = funder?.comment(on: key, in: month.month)
  }

  /// With its cell: `Emplois créés, axe Mobilité`.
  var name: String { place.isEmpty ? label : "\(label), \(place)" }
  /// ` (postes)`; empty where the label begins with the unit's own word: `ETP (ETP)` says nothing.
  var unitSuffix: String {
    let unit = indicator.unit.french
    return label.lowercased().hasPrefix(unit.lowercased()) ? "" : " (\(unit))"
  }
  var value: Rational? { released?.value }
  var status: Status { released?.figure.status ?? .M }
  var isHidden: Bool { released?.isHidden ?? false }
  /// What was agreed with the funder, else the catalogue's target.
  var aim: Rational? { objective?.value ?? target?.value }

  /// Whether one of the others is the same indicator: what is said of that is said of this.
  func counts(as others: [FunderFigure]) -> Bool { others.contains { $0.key.indicator == key.indicator } }

  var countsFiles: Bool { if case .delivery = indicator.term.measure { true } else { false } }

  /// As a cell of a table.
  var cell: ReportCell { ReportCell(released.released, indicator, of: origin) }
  var origin: CellOrigin { .figure(key, month) }

  /// One word: reasons stand in Complétude.
  var statusWord: String { isHidden ? "secret" : status.french }
}

extension ReportCell {
  /// A number, `s` or `nd`.
  init(_ value: ReleasedValue, _ indicator: Indicator, of origin: CellOrigin? = nil) {
    switch value {
    case .shown(let number):
      self.init(.number(number, NumberLook(of: number, decimals: indicator.decimals)), of: origin)
    case .hidden: self.init(.secret, of: origin)
    case .missing: self.init(.missing, of: origin)
    }
  }
}

extension Indicator.Unit {
  /// Of a difference: shares differ in points.
  var ofDifference: Indicator.Unit { self == .percent ? .points : self }
}
