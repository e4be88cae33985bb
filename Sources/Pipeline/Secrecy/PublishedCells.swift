import Domain
import Ledger
import Protect

/// What was published of persons, as far as it is known.
extension EditionStore {
  /// Everything that editions told, in the order of months and numbers. An edition's own month, then what its évolution told of months
  /// that had no edition, or another figure.
  ///
  /// `known`: definitions that are at hand, by the files that they were read from.
  func publications(
    _ catalogue: Catalogue, start: Month, known: (files: [String], definitions: Definitions)
  ) throws -> [Publication] {
    var definitions = KnownDefinitions(self, known: [known.files: known.definitions])
    var cells = KnownCells()
    var asked: [String: (persons: Bool, fullTime: Bool)] = [:]
    for indicator in catalogue.indicators { asked[indicator.id] = catalogue.asks(indicator.id) }
    return try told.publications(of: ledger.editionNames(), known.files) { name in
      guard let edition = try edition(name) else { return [] }
      let rows = try toldRows(of: edition) { asked[$0].map { $0.persons || $0.fullTime } ?? false }
      return [
        try publication(
          of: edition, rows.figures, where: { asked[$0]?.persons ?? false }, catalogue, start,
          try definitions.definitions(of: edition, rows.definitions), &cells)
      ] + (try outlook(of: edition, rows.disclosures))
    }
  }

  /// What an edition tells of its own month: of persons, and how much employees work. `definitions`: its own; nil: this program no
  /// longer understands them, and whatever was computed may have been printed.
  private func publication(
    of edition: EditionRecord, _ records: [FigureRecord], where isOfPersons: (String) -> Bool, _ catalogue: Catalogue,
    _ start: Month, _ definitions: Definitions?, _ cells: inout KnownCells
  ) throws -> Publication {
    let month = try month(of: edition)
    var hidden: [Figures.Key: Confidentiality] = [:]
    var told: [Figure] = []
    var others: [Figure] = []
    for record in records {
      guard let figure = Figure(record, month: edition.month, &cells) else { throw inconsistent(edition, "chiffre") }
      guard isOfPersons(record.indicator) else {
        if record.confidentiality == Confidentiality.F.id { others.append(figure) }
        continue
      }
      told.append(figure)
      if let mark = Confidentiality(id: record.confidentiality), mark != .F { hidden[figure.key] = mark }
    }
    let figures = Figures(month: month, told)
    let fullTime = Figures(month: month, catalogue.fullTime(others, of: month, start: start))
    func printed(of figures: Figures) -> Set<Figures.Key> {
      definitions?.printed(of: figures) ?? Set(figures.all.map(\.key))
    }
    let shown = printed(of: fullTime)
    return Publication(
      month: month, figures: figures, printed: printed(of: figures), hidden: hidden,
      fullTime: fullTime.all.filter { shown.contains($0.key) })
  }

  /// What it tells of earlier months.
  private func outlook(of edition: EditionRecord, _ records: [DisclosureRecord]) throws -> [Publication] {
    var months: [Month: ([Figure], [Figures.Key: Confidentiality])] = [:]
    for record in records where record.month != edition.month {
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

/// What editions were made under. Those that were made under the same files share the answer.
private struct KnownDefinitions {
  private let store: EditionStore
  private var known: [[String]: Definitions]

  init(_ store: EditionStore, known: [[String]: Definitions]) {
    self.store = store
    self.known = known
  }

  /// nil: this program no longer understands them.
  mutating func definitions(of edition: EditionRecord, _ records: [DefinitionRecord]) throws -> Definitions? {
    let files = records.map { "\($0.file) \($0.sha256)" }
    if let definitions = known[files] { return definitions }
    do {
      let read = try store.definitions(of: edition).definitions
      known[files] = read
      return read
    } catch let error where error.isOfDefinitions { return nil }
  }
}
