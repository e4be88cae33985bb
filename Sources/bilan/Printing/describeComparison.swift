import Domain
import Host
import Pipeline
import Report

/// A comparison for a person: what changed in the inputs, numbered; then the figures that moved, funder by funder, largest
/// first, each with the numbers of what moved it. `isComplete`: those that changed their status alone, and those that no
/// report shows, too.
func describe(_ comparison: Comparison, _ definitions: Definitions, isComplete: Bool) -> String {
  let sources = sources(comparison)
  var text = sources.isEmpty ? "  Rien n'a changé.\n" : ""
  for (index, source) in sources.enumerated() { text += "  [\(index + 1)] \(source.french)\n" }
  text += aims(comparison, definitions)
  if comparison.files.contains(where: { $0.id.month < comparison.month }) {
    text += "  Des fichiers de mois antérieurs ont changé : les variations et l'évolution peuvent bouger.\n"
  }
  guard !comparison.revisions.isEmpty else { return text + "  Aucun chiffre ne change.\n" }
  // An aggregator has every figure: his are listed where nobody has a report.
  let listed = definitions.reported.isEmpty ? definitions.funders : definitions.reported
  for funder in definitions.funders {
    guard !comparison.firstReports.contains(funder.id) else {
      text += "\n  \(funder.label.fr) : \(funder.firstFile)\n"
      continue
    }
    let shown = comparison.revisions.filter { funder.shows($0.key) }
    text += "\n  \(funder.label.fr) : \(materiality(of: shown, definitions))\(shown.french)\n"
    guard listed.contains(funder) else { continue }
    text += table(isComplete ? shown : shown.filter(\.isTold), comparison, definitions, sources)
  }
  let others = comparison.revisions.filter { revision in !listed.contains { $0.shows(revision.key) } }
  if !others.isEmpty { text += "\n  Dans aucun rapport : \(others.french)\n" }
  if isComplete { return text + table(others, comparison, definitions, sources) }
  let isCut = !others.isEmpty || comparison.revisions.contains { !$0.isTold }
  return text + (isCut ? "  (--all montre aussi les changements de statut et ce qui n'est dans aucun rapport)\n" : "")
}

extension Revision {
  /// Not the status alone.
  fileprivate var isTold: Bool { isMove || isGone || isNew || changesPartsAlone }
}

/// `révision substantielle, `, by the figures of one report alone.
private func materiality(of shown: [Revision], _ definitions: Definitions) -> String {
  shown.contains(where: \.isMove)
    ? "révision \(Materiality(shown, threshold: definitions.programme.rules.materialThreshold).rawValue), " : ""
}

/// Bases, targets and objectives: no figure moves, its gap does.
private func aims(_ comparison: Comparison, _ definitions: Definitions) -> String {
  comparison.aims.map { change in
    func words(_ value: Rational?) -> String { value.map { $0.text(decimals: 4, separator: ",") } ?? "rien" }
    let key = change.key
    let place = key.cell.members.map { "\($0.dimension.id) \($0.id)" } + [key.horizon.id]
    let funder = change.funder.flatMap { id in definitions.funders.first { $0.id == id }?.label.fr }
    return "  \(change.subject.rawValue) de « \(definitions.catalogue[key.indicator]?.label.fr ?? key.indicator) »"
      + " (\(place.joined(separator: ", ")))\(funder.map { ", \($0)" } ?? "") : "
      + "\(words(change.old)) → \(words(change.new))\n"
  }.joined()
}

/// What changed in the inputs, and how it is shown.
private struct Source {
  enum Change: Hashable {
    case export(DeliveryID)
    case definition(DefinitionChange)
  }
  let change: Change
  let french: String
}

private func sources(_ comparison: Comparison) -> [Source] {
  comparison.files.map { Source(change: .export($0.id), french: "\($0.cause.french) : \($0.french)") }
    + comparison.definitions.map {
      Source(change: .definition($0), french: "\($0.cause.french) : \($0.french) (\($0.file))")
    }
}

func figures(_ count: Int) -> String {
  count == 0 ? "aucun chiffre ne change" : count == 1 ? "1 chiffre change" : "\(count) chiffres changent"
}

private func table(
  _ revisions: [Revision], _ comparison: Comparison, _ definitions: Definitions, _ sources: [Source]
) -> String {
  guard !revisions.isEmpty else { return "" }
  let rows = revisions.forReading.map { revision -> [String] in
    let key = revision.key
    let indicator = definitions.catalogue[key.indicator]
    let place = key.cell.members.map { "\($0.dimension.id) \($0.id)" }.joined(separator: ", ")
    let (old, new) = (
      number(revision.old, revision.oldStatus, revision), number(revision.new, revision.newStatus, revision)
    )
    return [
      indicator?.label.fr ?? key.indicator, place.isEmpty ? "ensemble" : place,
      key.horizon.french(comparison.month, start: definitions.programme.start), old, "→", new,
      revision.changesPartsAlone ? "parts" : revision.difference.map { difference($0, indicator) } ?? "",
      causes(revision, sources),
    ]
  }
  let header = ["Chiffre", "Ventilation", "Période", "avant", "", "après", "écart", "cause"]
  return Listing(header: header, rows: rows).aligned(within: Window.columns(.standard).map { $0 - 4 })
    .split(separator: "\n").map { "    \($0)\n" }.joined()
}

/// `12,5`, `nd`; with its status where that alone changed.
private func number(_ value: Rational?, _ status: Status?, _ revision: Revision) -> String {
  // A row that left or came is no number that became unknown.
  guard let status else { return "absent" }
  let text = value.map { $0.text(decimals: 4, separator: ",") } ?? "nd"
  return revision.old == revision.new && revision.oldStatus != revision.newStatus
    ? "\(text) (\(status.french))" : text
}

private func difference(_ value: Rational, _ indicator: Indicator?) -> String {
  let text = value.text(decimals: 4, separator: ",")
  let unit = indicator.map { French.unit($0.unit == .percent ? .points : $0.unit, for: value) } ?? ""
  return (text.hasPrefix("-") ? text : "+" + text) + (unit.isEmpty ? "" : " " + unit)
}

/// `[1] [3]`: what moved the figure, by its number in the list; a step that stands for many files is written out, and the
/// version of bilan is in no list.
private func causes(_ revision: Revision, _ sources: [Source]) -> String {
  func numbers(_ changes: [Source.Change]) -> String {
    changes.compactMap { change in sources.firstIndex { $0.change == change } }.sorted().map { "[\($0 + 1)]" }
      .joined(separator: " ")
  }
  return revision.steps.map { step in
    switch step.change {
    case .definitions(let changes): return numbers(changes.map { .definition($0) })
    case .exports(let ids) where ids.count == 1: return numbers([.export(ids[0])])
    case .exports, .software: return "(\(step.french))"
    }
  }.joined(separator: " ")
}
