import Domain
import Ledger
import Protect

typealias MarksByMonth = [Month: [Figures.Key: Confidentiality]]

/// What is hidden of a month's reports, and why: worked out once, before anything is written. `plan` shows it, `run` publishes it.
struct Secrecy: Sendable {
  /// By month, how cells are marked that are hidden.
  let marks: MarksByMonth
  /// Rows for the ledger: what is told of earlier months, and what each cell protects that is hidden for another's sake.
  let disclosures: [DisclosureRecord]
  /// What is about to be, as it will be marked.
  let upcoming: [Publication]
  /// What an outsider would find out all the same: nothing, or nothing may be published.
  let disclosed: [Disclosed]
  /// What he knows so closely by the editions before, whatever is hidden now.
  let unavoidable: [Disclosed]
  /// Of the edition before, or else of the newest month before: by printed cell, whether it was hidden.
  let hiddenBefore: [Figures.Key: Bool]

  /// `history` as reports show it over time, the month last. Throws what reading an edition throws.
  init(_ planned: PlannedEdition, _ history: [Figures], _ store: EditionStore?) throws {
    let figures = planned.figures
    let definitions = planned.checked.definitions
    let catalogue = definitions.catalogue
    let files = planned.checked.loaded.files.map { "\($0.file) \($0.sha256)" }
    let published =
      try store?.publications(
        catalogue, start: definitions.programme.start, known: (files, definitions)) ?? []
    var before =
      try store?.hiddenCells(of: history.map(\.month), where: { catalogue[$0]?.countsPersons != true }) ?? [:]
    // Of other months nothing is printed.
    let shown = Set(history.map(\.month) + [figures.month])
    let shownBefore = published.filter { shown.contains($0.month) }
    for publication in shownBefore {
      before[publication.month, default: []].formUnion(publication.hidden.keys.filter(publication.printed.contains))
    }
    let told = Pipeline.upcoming(figures, history, definitions, published: published, hiddenBefore: before)
    var disclosure = Disclosure(published: published, upcoming: told)
    // A mark that said nothing says nothing in later editions: two that differ would tell what one of them kept back.
    for publication in shownBefore {
      let silent = publication.hidden.filter { $0.value == .D }.map(\.key)
      if !silent.isEmpty { disclosure.unmarked[publication.month, default: []].formUnion(silent) }
    }
    let choice = Choice.holding(disclosure, history, figures, before, definitions)
    marks = choice.marks
    upcoming = choice.upcoming
    disclosed = choice.disclosed
    unavoidable = choice.unavoidable
    let edition = published.told(of: figures.month)
    hiddenBefore = edition.isEmpty ? published.told(before: figures.month) : edition
    disclosures = records(told, choice.suppressed, choice.marks, month: figures.month)
  }
}

private func records(
  _ told: [Publication], _ suppressed: Suppressed, _ marks: MarksByMonth, month: Month
) -> [DisclosureRecord] {
  told.flatMap { publication -> [DisclosureRecord] in
    let reasons = suppressed.reasons[publication.month] ?? [:]
    return publication.figures.all.filter { publication.printed.contains($0.key) }.compactMap { figure in
      let mark = marks[publication.month]?[figure.key] ?? .F
      let protects = reasons[figure.key].map { cells in
        cells.reduce(into: CellsByMonth()) { $0[$1.month, default: []].insert($1.key) }.lines.joined(separator: "; ")
      }
      guard publication.month != month || protects != nil else { return nil }
      return figure.disclosure(publication.month, mark, protects: protects)
    }
  }
}
