import Domain

/// Two states of a month, held against one another: which figures moved, and why. What `plan`, `run` and `diff` all say.
package struct Comparison: Sendable {
  package let month: Month
  /// Figures that moved, in the table's order.
  package let revisions: [Revision]
  /// Exports that changed, in order.
  package let files: [FileChange]
  /// Entries of the definitions that changed.
  package let definitions: [DefinitionChange]
  /// What figures are read against, where that changed.
  package let aims: [AimChange]
  /// Funders whose first report this is: it replaces none.
  package let firstReports: Set<String>
  /// Everything that changed, whether a figure moved or not; in the order of ``RevisionCause``.
  package let causes: [RevisionCause]
  package let materiality: Materiality

  /// What concerns one funder's report.
  func limited(to funder: Funder, threshold: Quantity) -> Comparison {
    let shown = revisions.filter { funder.shows($0.key) }
    return Comparison(
      month: month, revisions: shown, files: files, definitions: definitions,
      aims: aims.filter { funder.shows($0.key) && ($0.funder == nil || $0.funder == funder.id) },
      firstReports: firstReports.intersection([funder.id]), causes: causes,
      materiality: Materiality(shown, threshold: threshold))
  }

  /// The causes in words: the reason of an edition for which nobody gave one.
  package var french: String {
    let described = causes.map { cause in
      switch cause {
      case .donnee, .retard:
        let names = files.filter { $0.cause == cause }.map(\.label)
        let shown = names.prefix(3).joined(separator: " ; ") + (names.count > 3 ? " et \(names.count - 3) autres" : "")
        return "\(cause.french) (\(shown))"
      case .reference, .methode, .presentation, .objectif:
        let words = distinct(definitions.filter { $0.cause == cause }.map(\.french))
        let shown = words.prefix(3).joined(separator: ", ") + (words.count > 3 ? " et \(words.count - 3) autres" : "")
        return words.isEmpty ? cause.french : "\(cause.french) (\(shown))"
      case .programme: return cause.french
      }
    }
    return described.isEmpty ? "mêmes données et mêmes définitions" : described.joined(separator: " ; ")
  }
}

/// A definition file as readers of the reports would call it.
func definitionWords(_ file: String) -> String {
  switch file {
  case DefinitionName.programme: return "description du programme"
  case DefinitionName.catalogue: return "catalogue des indicateurs"
  case DefinitionName.territory: return "données du territoire"
  case DefinitionName.hours: return "heures d'un temps plein"
  case DefinitionName.acknowledged: return "dispenses"
  case let file where file.hasPrefix(DefinitionName.mappings): return "lecture des fichiers d'une association"
  default: return "rapports aux financeurs"
  }
}
