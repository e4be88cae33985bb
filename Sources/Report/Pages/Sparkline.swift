import Domain

/// A small curve of up to 13 months, with its dashed baseline and dotted aim. It stands on 0, so that what hardly moves looks so; a
/// gap is a month without a number. Nothing where it never moved.
func sparkline(_ figure: FunderFigure, number: Int, in month: ReportedMonth) -> Markup? {
  let history = evolutionMonths(month).map { (month: $0.month, value: $0[figure.key].released) }
  let known = history.compactMap { point in point.value.number.map { (month: point.month, value: $0) } }
  guard let first = known.first, let last = known.last, Set(known.map(\.value)).count > 1 else { return nil }
  let aims = [figure.baseline?.value, figure.aim].compactMap { $0?.double }
  let scale = SparkScale(values: known.map(\.value.double) + aims, months: history.count)
  let id = "courbe-\(number)"
  return tag(
    "svg",
    [
      "class": "spark", "viewBox": "0 0 200 40", "preserveAspectRatio": "none", "role": "img",
      "aria-labelledby": "\(id)-t \(id)-d",
    ]
  ) {
    tag("title", ["id": "\(id)-t"]) { "\(figure.name), \(ofMonth(first.month)) à \(last.month.french)" }
    tag("desc", ["id": "\(id)-d"]) { description(figure, from: first, to: last, gaps: history.map(\.value)) }
    tag("line", ["class": "zero", "x1": "0", "x2": "200", "y1": scale.y(0), "y2": scale.y(0)])
    rule(figure.baseline?.value, "base", scale)
    rule(figure.aim, "aim", scale)
    tag("path", ["class": "trace", "d": scale.trace(history.map(\.value.number))])
    tag("path", ["class": "dot", "d": scale.dot(history.map(\.value.number))])
  }
}

private func rule(_ value: Rational?, _ name: String, _ scale: SparkScale) -> [Markup] {
  guard let value else { return [] }
  let y = scale.y(value.double)
  return [tag("line", ["class": name, "x1": "0", "x2": "200", "y1": y, "y2": y])]
}

private func description(
  _ figure: FunderFigure, from first: (month: Month, value: Rational), to last: (month: Month, value: Rational),
  gaps values: [ReleasedValue]
) -> String {
  func words(_ value: Rational) -> String {
    French.number(value, decimals: figure.indicator.decimals, unit: figure.indicator.unit)
  }
  func gap(_ value: ReleasedValue, _ name: (Int) -> String) -> String {
    let count = values.count { $0 == value }
    return count == 0 ? "" : " \(count) mois \(name(count))."
  }
  let missing = gap(.hidden) { $0 == 1 ? "masqué (s)" : "masqués (s)" } + gap(.missing) { _ in "sans valeur" }
  return "\(words(first.value)) en \(first.month.french), \(words(last.value)) en \(last.month.french).\(missing)"
}

/// Where months and values fall in a box of 200 by 40, with a margin for the last point. 0 is always in it.
struct SparkScale {
  private let low: Double
  private let span: Double
  private let step: Double

  init(values: [Double], months: Int) {
    low = min(values.min() ?? 0, 0)
    span = max(max(values.max() ?? 0, 0) - low, 0)
    step = months > 1 ? 190 / Double(months - 1) : 0
  }

  func y(_ value: Double) -> String { SparkScale.tenths(span > 0 ? 36 - (value - low) / span * 32 : 20) }
  private func x(_ index: Int) -> String { SparkScale.tenths(5 + Double(index) * step) }

  func trace(_ values: [Rational?]) -> String {
    var isDown = false
    var path: [String] = []
    for (index, value) in values.enumerated() {
      if let value { path.append((isDown ? "L" : "M") + x(index) + " " + y(value.double)) }
      isDown = value != nil
    }
    return path.joined(separator: " ")
  }

  /// A line of no length: its round cap is a dot whatever the box is stretched to.
  func dot(_ values: [Rational?]) -> String {
    guard let index = values.lastIndex(where: { $0 != nil }), let value = values[index] else { return "" }
    return "M\(x(index)) \(y(value.double)) l0.01 0"
  }

  /// One decimal, without the process's locale.
  static func tenths(_ value: Double) -> String {
    Rational(Int128((value * 10).rounded()), over: 10).text(decimals: 1)
  }
}
