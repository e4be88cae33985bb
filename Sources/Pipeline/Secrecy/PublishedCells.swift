import Domain
import Ledger
import Protect

/// What was published of persons, as far as the ledger knows it.
extension EditionStore {
  /// Everything that editions told, in the order of months and numbers. An edition's own month, then what its évolution told of months
  /// that had no edition, or another figure.
  ///
  /// `known`: definitions that are at hand, by the files that they were read from.
  func publications(
    _ catalogue: Catalogue, start: Month, known: (files: [String], definitions: Definitions)
  ) throws -> [Publication] {
    var printed = PrintedCells(self, definitions: [known.files: known.definitions])
    var cells = KnownCells()
    return try editions().flatMap { edition in
      try told.publications(of: edition.name, known.files) {
        [try publication(of: edition, catalogue, start, &printed, &cells)] + (try outlook(of: edition))
      }
    }
  }

  /// What an edition tells of its own month.
  private func publication(
    of edition: EditionRecord, _ catalogue: Catalogue, _ start: Month, _ printed: inout PrintedCells,
    _ cells: inout KnownCells
  ) throws -> Publication {
    let month = try month(of: edition)
    var hidden: [Figures.Key: Confidentiality] = [:]
    var told: [Figure] = []
    var others: [Figure] = []
    var isAsked: [String: (persons: Bool, fullTime: Bool)] = [:]
    for record in try figureRecords(of: edition) {
      let asked = isAsked[record.indicator] ?? catalogue.asks(record.indicator)
      isAsked[record.indicator] = asked
      guard asked.persons || asked.fullTime else { continue }
      guard let figure = Figure(record, month: edition.month, &cells) else { throw inconsistent(edition, "chiffre") }
      guard asked.persons else {
        if record.confidentiality == Confidentiality.F.id { others.append(figure) }
        continue
      }
      told.append(figure)
      if let mark = Confidentiality(id: record.confidentiality), mark != .F { hidden[figure.key] = mark }
    }
    let figures = Figures(month: month, told)
    let fullTime = Figures(month: month, catalogue.fullTime(others, of: month, start: start))
    let shown = try printed.cells(of: fullTime, in: edition)
    return Publication(
      month: month, figures: figures, printed: try printed.cells(of: figures, in: edition), hidden: hidden,
      fullTime: fullTime.all.filter { shown.contains($0.key) })
  }

  /// What it tells of earlier months.
  func outlook(of edition: EditionRecord) throws -> [Publication] {
    var months: [Month: ([Figure], [Figures.Key: Confidentiality])] = [:]
    for record in try disclosureRecords(of: edition) where record.month != edition.month {
      guard let month = Month(record.month), let figure = Figure(record),
        let mark = Confidentiality(id: record.confidentiality)
      else { throw inconsistent(edition, "chiffre d'un autre mois") }
      months[month, default: ([], [:])].0.append(figure)
      if mark != .F { months[month, default: ([], [:])].1[figure.key] = mark }
    }
    return months.sorted { $0.key < $1.key }.map { month, told in
      Publication(
        month: month, figures: Figures(month: month, told.0), printed: Set(told.0.map(\.key)), hidden: told.1)
    }
  }
}

extension Catalogue {
  /// Whether an indicator counts persons, and whether it tells how much employees work.
  fileprivate func asks(_ indicator: String) -> (persons: Bool, fullTime: Bool) {
    (self[indicator]?.countsPersons ?? false, tellsFullTime(indicator))
  }
}

/// Which cells an edition's reports print. Editions that were made under the same files share the answer.
private struct PrintedCells {
  private let store: EditionStore
  private var definitions: [[String]: Definitions]

  init(_ store: EditionStore, definitions: [[String]: Definitions]) {
    self.store = store
    self.definitions = definitions
  }

  mutating func cells(of figures: Figures, in edition: EditionRecord) throws -> Set<Figures.Key> {
    let files = try store.definitionRecords(of: edition).map { "\($0.file) \($0.sha256)" }
    if let known = definitions[files] { return known.printed(of: figures) }
    let read: Definitions
    do { read = try store.definitions(of: edition).definitions } catch let error where error.isOfDefinitions {
      // Definitions that this program no longer understands: whatever was computed may have been printed.
      return Set(figures.all.map(\.key))
    }
    definitions[files] = read
    return read.printed(of: figures)
  }
}
