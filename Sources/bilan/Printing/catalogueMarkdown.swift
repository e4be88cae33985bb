import Domain

/// The catalogue as a page of the documentation. scripts/check holds docs/catalogue.md against it.
func catalogueMarkdown(_ catalogue: Catalogue) -> String {
  var text = """
    # Le catalogue des indicateurs

    Engendré par `bilan catalogue --format markdown` depuis `inputs/indicators.yaml` : ne pas modifier à la main.


    """
  for indicator in catalogue.indicators {
    text += "## \(indicator.label.fr)\n\n\(indicator.definition.fr)\n\n"
    text +=
      "- identifiant : `\(indicator.id)`\n- unité : \(indicator.unit.rawValue), \(indicator.decimals) décimale(s)\n"
    text +=
      "- mesure : `\(indicator.term.measure.name)`\n- horizons : \(indicator.horizons.map(\.id).joined(separator: ", "))\n"
    if !indicator.breakdowns.isEmpty {
      text +=
        "- ventilé par : \(indicator.breakdowns.map { $0.map(\.id).joined(separator: " × ") }.joined(separator: ", "))\n"
    }
    for baseline in indicator.baselines { text += "- base : \(describe(baseline, indicator))\n" }
    for target in indicator.targets { text += "- cible : \(describe(target, indicator))\n" }
    if indicator.countsPersons {
      text +=
        "- compte des personnes : les petits effectifs sont masqués\(indicator.isSensitive ? " (seuil renforcé)" : "")\n"
    }
    text += "\n"
  }
  while text.hasSuffix("\n\n") { text.removeLast() }
  return text
}

private func describe(_ benchmark: Benchmark, _ indicator: Indicator) -> String {
  var text = "\(benchmark.value.text(separator: ",")) \(indicator.unit.rawValue)"
  let place = benchmark.cell.members.map(\.id) + (benchmark.horizon.map { [$0.id] } ?? [])
  if !place.isEmpty { text += " (\(place.joined(separator: ", ")))" }
  if let month = benchmark.month { text += ", \(month)" }
  return text + " — \(benchmark.source)"
}
