/// The demonstration's whole catalogue as another programme can use it: its own territories, and none of the demonstration's
/// starting points. What is measured from a starting point waits, as comments, for this programme's own.
func starterCatalogue(_ starter: Starter) -> String {
  var text = """
    # Le catalogue des indicateurs. Un indicateur de plus : une entrée de plus ; « bilan catalogue » montre ce qui est compris.
    # Une base (baseline) est un point de départ connu, que les rapports rappellent à côté du chiffre :
    #     baseline: {value: 15, as_of: 2024-01, source: "Convention 2024"}
    # Une cible (target) de même : target: {value: 60, from: 2024-01, source: "Convention 2024"}
    indicators:

    """
  text += entries(of: CatalogueText.demonstration).map { entry in
    let lines = withoutBaselines(entry).map { adapted($0, starter) }
    guard entry.contains(where: { $0.contains("baseline_of:") }) else { return lines.joined(separator: "\n") }
    return "  # Enlever les # de ces lignes quand l'indicateur dont il s'écarte aura une base :\n"
      + lines.map { "  # \($0.dropFirst(2))" }.joined(separator: "\n")
  }.joined(separator: "\n\n")
  return text + "\n"
}

/// The lines of each indicator.
private func entries(of catalogue: String) -> [[Substring]] {
  var entries: [[Substring]] = []
  for line in catalogue.split(separator: "\n") {
    if line.hasPrefix("  - id: ") { entries.append([]) }
    if line.hasPrefix("  "), !entries.isEmpty { entries[entries.count - 1].append(line) }
  }
  return entries
}

private func withoutBaselines(_ entry: [Substring]) -> [Substring] {
  var isBaseline = false
  return entry.filter { line in
    // A list of them goes on in deeper lines.
    isBaseline = line.hasPrefix("    baseline:") || isBaseline && line.hasPrefix("      ")
    return !isBaseline
  }
}

private func adapted(_ line: Substring, _ starter: Starter) -> String {
  String(line).replacing(/: (cahc|hauts-de-france)\b/) {
    ": " + ($0.1 == "cahc" ? starter.territory.id : starter.compared.id)
  }
  .replacing("share of jobs, CAHC", with: "share of jobs, territory")
  .replacing("Estimated ESS share, CAHC", with: "Estimated ESS share, territory")
  .replacing(", CAHC", with: ", territoire").replacing("la base de 9 %", with: "sa base")
}
