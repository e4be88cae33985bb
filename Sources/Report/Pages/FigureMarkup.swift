import Domain

/// The number of a figure, with the figure it is: whoever reads the page by machine finds (indicator, horizon, cell) beside what is
/// printed.
func figureData(_ key: Figures.Key, _ text: String) -> Markup {
  tag("data", ["value": [key.indicator, key.horizon.id, key.cell.text].filter { !$0.isEmpty }.joined(separator: " ")]) {
    text
  }
}

/// `15 postes`, `s (secret statistique)`, `nd (aucun fichier accepté)`.
func figureValue(_ figure: FunderFigure) -> [Markup] {
  let shown = ShownValue(figure.released, of: figure.indicator)
  guard !shown.remark.isEmpty else { return [figureData(figure.key, shown.text)] }
  return [
    tag("em") { figureData(figure.key, shown.text) },
    tag("span", ["class": "small soft"]) { " (\(shown.remark))" },
  ]
}

/// Key figures one under the other: name and period, number, how firm, what it is read against, how it moved, where it comes from.
func figureList(_ figures: [FunderFigure], in month: ReportedMonth) -> Markup {
  tag("ul", ["class": "figures"]) {
    for (index, figure) in figures.enumerated() { tag("li") { figureItem(figure, number: index + 1, in: month) } }
  }
}

private func figureItem(_ figure: FunderFigure, number: Int, in month: ReportedMonth) -> [Markup] {
  [
    tag("div", ["class": "named"]) {
      tag("div", ["class": "strong"]) { figure.name }
      tag("div", ["class": "small soft"]) {
        figure.period
        figure.value == nil ? [] : [.text(", "), statusMark(figure.status)]
      }
    },
    tag("div", ["class": "valued"]) {
      tag("span", ["class": "value"]) { figureValue(figure) }
      [sparkline(figure, number: number, in: month)].compactMap { $0 }
    },
    tag("p", ["class": "small facts"]) { figureFacts(figure, in: month) },
  ]
}

/// `base : 15 postes (écart : 0) · sur un mois : +2 postes`
private func figureFacts(_ figure: FunderFigure, in month: ReportedMonth) -> [Markup] {
  let (decimals, unit) = (figure.indicator.decimals, figure.indicator.unit)
  func against(_ name: String, _ value: Rational?) -> String? {
    value.map { benchmark in
      let gap =
        figure.value.map { value in
          value == benchmark
            ? ", écart : 0" : ", écart : \(signedDifference(value - benchmark, decimals: decimals, unit: unit))"
        } ?? ""
      return
        "\(name) : \(briefNumber(benchmark, decimals: decimals))\(French.noBreakSpace)\(French.unit(unit, for: benchmark))\(gap)"
    }
  }
  func moved(_ name: String, _ trend: Trend?) -> String? {
    guard case .movement(.shown(let movement)) = trend ?? .unknown else { return nil }
    return "\(name) : " + (movement.isZero ? "inchangé" : signedDifference(movement, decimals: decimals, unit: unit))
  }
  let facts = [
    against("base", figure.baseline?.value), against("objectif", figure.objective?.value),
    figure.objective == nil ? against("cible", figure.target?.value) : nil,
    moved("sur un mois", month.release.trends[figure.key]), moved("sur un an", month.release.yearTrends[figure.key]),
  ].compactMap { $0 }
  var pieces = facts.isEmpty ? [] : [Markup.text(facts.joined(separator: " · "))]
  if let comment = figure.comment {
    pieces.append(tag("span", ["class": "comment"]) { "Commentaire : \(comment.text.fr)" })
  }
  return pieces
}
