import Domain

/// The key figures as cards: they fall in one column on a phone, in three on paper.
func keyFigureSection(_ month: ReportedMonth) -> [Markup] {
  let keys = keyFigures(of: month)
  return [
    tag("section", ["aria-labelledby": "chiffres"]) {
      tag("h2", ["id": "chiffres"]) { "Chiffres clés" }
      if keys.isEmpty {
        tag("p") { "Aucun financeur n'a de chiffre clé." }
      } else {
        tag("p", ["class": "soft"]) {
          "Ceux que lisent les financeurs. Les courbes vont jusqu'à treize mois en arrière ; tirets : base, pointillés : cible."
        }
        tag("ul", ["class": "cards"]) {
          for key in keys { tag("li", ["class": "card"]) { card(key, in: month) } }
        }
      }
    }
  ]
}

private func card(_ key: KeyFigure, in month: ReportedMonth) -> [Markup] {
  let shown = ShownValue(key.figure, of: key.indicator)
  let start = month.definitions.programme.start
  let facts =
    benchmarkFacts(key)
    + key.others.map { other in
      (other.horizon.french(month.month, start: start), ShownValue(other.figure, of: key.indicator).markup)
    }
  return [
    tag("h3") { key.indicator.label.fr },
    tag("p", ["class": "small soft"]) { sentence(key.horizon.french(month.month, start: start)) },
    tag("p", ["class": "value"]) { shown.remark.isEmpty ? shown.markup : [tag("em") { shown.text }] },
    tag("p") {
      if shown.number == nil {
        tag("span", ["class": "small"]) { sentence(shown.remark) }
      } else {
        statusMarkup(key.figure)
      }
    },
    facts.isEmpty ? Markup(trusting: "") : factList(facts),
  ] + [sparkline(key)].compactMap { $0 }
}

private func benchmarkFacts(_ key: KeyFigure) -> [(String, [Markup])] {
  let named = [("Base", key.baseline), ("Cible", key.target)]
  return named.flatMap { name, benchmark -> [(String, [Markup])] in
    guard let benchmark else { return [] }
    let (decimals, unit) = (key.indicator.decimals, key.indicator.unit)
    var facts = [(name, [Markup.text(French.number(benchmark.value, decimals: decimals, unit: unit))])]
    if let value = key.figure?.value {
      let gap = signedDifference(value - benchmark.value, decimals: decimals, unit: unit)
      facts.append(("Écart à la \(name.lowercased())", [.text(gap)]))
    }
    return facts
  }
}

private func factList(_ facts: [(String, [Markup])]) -> Markup {
  tag("dl", ["class": "facts"]) {
    for (name, value) in facts {
      tag("dt") { sentence(name) }
      tag("dd") { value }
    }
  }
}
