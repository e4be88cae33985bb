import Domain

/// The picture to remember: the territory's ESS share, its baseline, and what lacks to the region's. Nothing where the
/// catalogue has no such share, or it is missing.
func shareFigure(_ month: ReportedMonth) -> [Markup] {
  let shares = ShareFigures(month, for: nil)
  guard let own = shares.own, let local = own.value else { return [] }
  let picture = SharePicture(
    local: local, region: shares.compared?.value, estimate: shares.estimate?.value, baseline: own.baseline)
  return [
    tag("figure", ["aria-labelledby": "part-ess"]) {
      tag("figcaption") {
        tag("h3", ["id": "part-ess"]) { picture.title }
        tag("p", ["class": "soft"]) { "\(month.definitions.programme.territory.label.fr). " + missingPosts(month) }
      }
      picture.svg
    }
  ]
}

private func missingPosts(_ month: ReportedMonth) -> String {
  guard let indicator = month.definitions.highlights.missingPosts, let horizon = indicator.horizons.first,
    let value = month.figures[indicator.id, horizon]?.value, Rational.zero < value
  else { return "" }
  let number = French.number(value, decimals: indicator.decimals, unit: indicator.unit)
  return "À emploi total constant, il faudrait \(number) de plus pour atteindre le niveau régional."
}

/// Bars in per cent of the width, so that they stretch while their texts keep their size.
struct SharePicture {
  let local: Rational
  let region: Rational?
  let estimate: Rational?
  let baseline: Benchmark?

  private static func share(_ value: Rational) -> String {
    briefNumber(value, decimals: 2) + String(French.noBreakSpace) + "%"
  }
  private var gap: Rational? { region.map { $0 - local }.flatMap { Rational.zero < $0 ? $0 : nil } }

  var title: String {
    let here = "L'ESS dans l'emploi : \(SharePicture.share(local)) ici"
    return here + (region.map { ", \(SharePicture.share($0)) en région" } ?? "")
  }

  private var rows: [(name: String, value: Rational, colour: UInt32)] {
    [("Territoire", local, Palette.axis(at: 0))]
      + (estimate.map { [("Avec le PTCE (estimation)", $0, Palette.axis(at: 0))] } ?? [])
      + (region.map { [("Région", $0, Palette.neutral)] } ?? [])
  }

  private var longest: Double { max(rows.map(\.value.double).max() ?? 0, baseline?.value.double ?? 0) }

  /// Position in per cent of the width: the longest bar leaves a tenth free.
  private func position(_ value: Rational) -> String {
    SparkScale.tenths(longest > 0 ? max(value.double, 0) / longest * 90 : 0)
  }

  var svg: Markup {
    let height = rows.count * 52 + 26
    return tag("svg", ["width": "100%", "height": "\(height)", "role": "img", "aria-labelledby": "ess-t ess-d"]) {
      tag("title", ["id": "ess-t"]) { title }
      tag("desc", ["id": "ess-d"]) { description }
      for (index, row) in rows.enumerated() { bar(row, top: index * 52) }
      missingPart
      baselineMark(height: height)
      for (index, row) in rows.enumerated() { name(row, top: index * 52) }
      missingText
    }
  }

  private func bar(_ row: (name: String, value: Rational, colour: UInt32), top: Int) -> Markup {
    tag(
      "rect",
      [
        "x": "0", "y": "\(top + 21)", "width": position(row.value) + "%", "height": "22",
        "fill": Palette.css(row.colour),
      ])
  }

  /// After the baseline's mark, so that no line runs through a word.
  private func name(_ row: (name: String, value: Rational, colour: UInt32), top: Int) -> Markup {
    tag("text", ["x": "0", "y": "\(top + 14)"]) {
      row.name + " : "
      tag("tspan", ["class": "strong"]) { SharePicture.share(row.value) }
    }
  }

  /// The hatched piece after the territory's bar: what lacks, as a shape and not as a colour.
  private var missingPart: [Markup] {
    guard let gap, longest > 0 else { return [] }
    let width = SparkScale.tenths(gap.double / longest * 90)
    return [tag("rect", ["class": "gap", "x": position(local) + "%", "y": "21", "width": width + "%", "height": "22"])]
  }

  private var missingText: [Markup] {
    guard let gap else { return [] }
    return [
      tag("text", ["class": "strong", "x": "100%", "y": "14", "text-anchor": "end"]) {
        signedDifference(.zero - gap, decimals: 1, unit: .points)
      }
    ]
  }

  private func baselineMark(height: Int) -> [Markup] {
    guard let baseline else { return [] }
    let x = position(baseline.value) + "%"
    return [
      tag("line", ["class": "base", "x1": x, "x2": x, "y1": "17", "y2": "\(height - 20)"]),
      tag("text", ["x": x, "y": "\(height - 4)", "text-anchor": "end"]) {
        "base : \(SharePicture.share(baseline.value))"
      },
    ]
  }

  private var description: String {
    var parts = rows.map { "\($0.name) : \(SharePicture.share($0.value))" }
    if let baseline { parts.append("Base : \(SharePicture.share(baseline.value)) (\(baseline.source))") }
    if let gap { parts.append("Écart à la région : \(signedDifference(.zero - gap, decimals: 1, unit: .points))") }
    return parts.joined(separator: ". ") + "."
  }
}
