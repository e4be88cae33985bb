import Domain
import Ledger
import Protect

/// What is hidden of a month's reports, and why: worked out once, before anything is written. `plan` shows it, `run` publishes it.
struct Secrecy: Sendable {
  /// By month, cells that are hidden though they are not small.
  let hidden: CellsByMonth
  /// Rows for the ledger: what is told of earlier months, and what each cell protects that is hidden for another's sake.
  let disclosures: [DisclosureRecord]
  let suppressed: Suppressed

  init(
    _ figures: Figures, _ history: [Figures], _ definitions: Definitions, files: [String], _ store: EditionStore?
  ) throws {
    let catalogue = definitions.catalogue
    let published = try store?.publications(catalogue, known: (files, definitions)) ?? []
    var before = try store?.hiddenCells(of: history.map(\.month), where: { catalogue[$0]?.countsPersons != true }) ?? [:]
    for publication in published {
      before[publication.month, default: []].formUnion(publication.printed.filter { publication.hidden[$0] != nil })
    }
    let told = upcoming(figures, history, definitions, published: published, hiddenBefore: before)
    suppressed = suppress(Disclosure(published: published, upcoming: told), under: definitions)
    hidden = before.merging(suppressed.hidden) { $0.union($1) }
    disclosures = records(told, suppressed, catalogue, definitions.programme.confidentiality, month: figures.month)
  }
}

private func records(
  _ told: [Publication], _ suppressed: Suppressed, _ catalogue: Catalogue, _ rules: Programme.Confidentiality,
  month: Month
) -> [DisclosureRecord] {
  told.flatMap { publication -> [DisclosureRecord] in
    let marks = publication.marks(under: rules, catalogue, hidden: suppressed.hidden[publication.month] ?? [])
    let reasons = suppressed.reasons[publication.month] ?? [:]
    return publication.figures.all.filter { publication.printed.contains($0.key) }.compactMap { figure in
      let mark = marks[figure.key] ?? .F
      let protects = reasons[figure.key].map { keys in
        CellsByMonth(uniqueKeysWithValues: [(publication.month, Set(keys))]).lines.joined(separator: "; ")
      }
      guard publication.month != month || protects != nil else { return nil }
      return figure.disclosure(publication.month, mark, protects: protects)
    }
  }
}
