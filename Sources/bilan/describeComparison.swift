import Domain
import Pipeline
import Report

/// A comparison for a person: what changed in the inputs, numbered; then the figures that moved, funder by funder, each with
/// the numbers of what moved it.
func describe(_ comparison: Comparison, _ definitions: Definitions, isComplete: Bool) -> String {
  let names = comparison.causes.map(\.french)
  var text = "  Causes : \(names.isEmpty ? "aucune" : names.joined(separator: ", "))\n"
  let sources = comparison.files.map(\.words) + comparison.definitions
  for (index, source) in sources.enumerated() { text += "    [\(index + 1)] \(source)\n" }
  guard !comparison.revisions.isEmpty else { return text + "  Aucun chiffre ne change.\n" }
  for funder in definitions.funders {
    let shown = comparison.revisions.filter { funder.shows($0.key) }
    text += "\n  \(funder.label.fr) : \(figures(shown.count))\n"
    text += table(shown, comparison, definitions, sources)
  }
  let others = comparison.revisions.filter { revision in !definitions.funders.contains { $0.shows(revision.key) } }
  guard !others.isEmpty else { return text }
  text += "\n  Dans aucun rapport : \(figures(others.count))"
  return text + (isComplete ? "\n" + table(others, comparison, definitions, sources) : " (--all les montre)\n")
}

func figures(_ count: Int) -> String {
  count == 0 ? "aucun chiffre ne change" : count == 1 ? "1 chiffre change" : "\(count) chiffres changent"
}

private func table(
  _ revisions: [Revision], _ comparison: Comparison, _ definitions: Definitions, _ sources: [String]
) -> String {
  guard !revisions.isEmpty else { return "" }
  let rows = revisions.map { revision -> [String] in
    let key = revision.key
    let indicator = definitions.catalogue[key.indicator]
    let place = key.cell.members.map { "\($0.dimension.id) \($0.id)" }.joined(separator: ", ")
    let (old, new) = (
      number(revision.old, revision.oldStatus, revision), number(revision.new, revision.newStatus, revision)
    )
    return [
      indicator?.label.fr ?? key.indicator, place.isEmpty ? "ensemble" : place,
      key.horizon.french(comparison.month, start: definitions.programme.start), old, "→", new,
      revision.difference.map { difference($0, indicator) } ?? "",
      (revision.causes.map(\.french) + numbers(revision.detail, sources)).joined(separator: " "),
    ]
  }
  let header = ["Chiffre", "Ventilation", "Période", "avant", "", "après", "écart", "cause"]
  return Listing(header: header, rows: rows).aligned.split(separator: "\n").map { "    \($0)\n" }.joined()
}

/// `12,5`, `nd`; with its status where that alone changed.
private func number(_ value: Rational?, _ status: Status?, _ revision: Revision) -> String {
  let text = value.map { $0.text(decimals: 4, separator: ",") } ?? "nd"
  return revision.old == revision.new && revision.oldStatus != revision.newStatus
    ? "\(text) (\(status?.french ?? "absent"))" : text
}

private func difference(_ value: Rational, _ indicator: Indicator?) -> String {
  let text = value.text(decimals: 4, separator: ",")
  let unit = indicator.map { French.unit($0.unit == .percent ? .points : $0.unit, for: value) } ?? ""
  return (text.hasPrefix("-") ? text : "+" + text) + (unit.isEmpty ? "" : " " + unit)
}

/// `[1] [3]`: what moved the figure, by its number in the list; a step that stands for many files is written out.
private func numbers(_ detail: String, _ sources: [String]) -> [String] {
  detail.split(separator: " ; ").flatMap { step -> [String] in
    if let index = sources.firstIndex(of: String(step)) { return ["[\(index + 1)]"] }
    let parts = step.split(separator: ", ").map { part in sources.firstIndex(of: String(part)) }
    let known = parts.compactMap { $0.map { "[\($0 + 1)]" } }
    return known.count == parts.count ? known : ["(\(step))"]
  }
}
