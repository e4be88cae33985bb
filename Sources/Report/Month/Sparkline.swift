import Domain

/// A small curve of up to 13 months, with its dashed baseline and dotted target. A gap is a month without a number.
/// Nothing where fewer than two months have one: a single point shows no movement.
func sparkline(_ key: KeyFigure) -> Markup? {
  let known = key.history.compactMap { point in point.value.map { (month: point.month, value: $0) } }
  guard let first = known.first, let last = known.last, known.count > 1 else { return nil }
  let scale = SparkScale(
    values: known.map(\.value.double) + [key.baseline, key.target].compactMap { $0?.value.double },
    months: key.history.count)
  let id = "courbe-" + key.indicator.id
  return tag("div", ["class": "spark"]) {
    tag(
      "svg",
      [
        "viewBox": "0 0 200 40", "preserveAspectRatio": "none", "role": "img",
        "aria-labelledby": "\(id)-t \(id)-d",
      ]
    ) {
      tag("title", ["id": "\(id)-t"]) { "\(key.indicator.label.fr), de \(first.month.french) à \(last.month.french)" }
      tag("desc", ["id": "\(id)-d"]) { description(key, from: first, to: last) }
      rule(key.baseline, "base", scale)
      rule(key.target, "aim", scale)
      tag("path", ["class": "trace", "d": scale.trace(key.history.map(\.value))])
      tag("path", ["class": "dot", "d": scale.dot(key.history.map(\.value))])
    }
    tag("div", ["class": "split", "aria-hidden": "true"]) {
      tag("span") { ends(first, key) }
      tag("span") { ends(last, key) }
    }
  }
}

/// What the curve starts and ends with, for the eye; the description says it to a screen reader.
private func ends(_ point: (month: Month, value: Rational), _ key: KeyFigure) -> String {
  "\(point.month.firstDay.french.dropFirst(3)) : \(French.number(point.value, decimals: key.indicator.decimals))"
}

private func rule(_ benchmark: Benchmark?, _ name: String, _ scale: SparkScale) -> [Markup] {
  guard let benchmark else { return [] }
  let y = scale.y(benchmark.value.double)
  return [tag("line", ["class": name, "x1": "0", "x2": "200", "y1": y, "y2": y])]
}

private func description(
  _ key: KeyFigure, from first: (month: Month, value: Rational), to last: (month: Month, value: Rational)
) -> String {
  func words(_ value: Rational) -> String {
    French.number(value, decimals: key.indicator.decimals, unit: key.indicator.unit)
  }
  let gaps = key.history.count { $0.value == nil }
  let missing = gaps == 0 ? "" : " \(gaps) mois sans valeur."
  return "\(words(first.value)) en \(first.month.french), \(words(last.value)) en \(last.month.french).\(missing)"
}

/// Where months and values fall in a box of 200 by 40, with a margin for the last point.
struct SparkScale {
  private let low: Double
  private let span: Double
  private let step: Double

  init(values: [Double], months: Int) {
    low = values.min() ?? 0
    span = max((values.max() ?? 0) - low, 0)
    step = months > 1 ? 190 / Double(months - 1) : 0
  }

  func y(_ value: Double) -> String { SparkScale.tenths(span > 0 ? 35 - (value - low) / span * 30 : 20) }
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
