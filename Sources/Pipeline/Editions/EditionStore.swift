import Domain
import Ledger
import Host

/// There are editions, but no ledger that knows them: exit 78.
package struct LedgerMissing: Error, Hashable, Sendable {
  package let path: String
}

/// Editions were published that the ledger does not know: it is an older copy. Exit 78.
package struct LedgerBehind: Error, Hashable, Sendable {
  package let path: String
  package let editions: [String]
}

/// The ledger names an edition whose content is not to be understood: exit 78.
package struct LedgerInconsistent: Error, Hashable, Sendable {
  package let path: String
  package let detail: String
}

/// What was published, as a whole: the ledger, the archive, and the folders of the editions.
package struct EditionStore: Sendable {
  package let reports: ReportsFolder
  let ledger: Ledger
  var archive: Archive { Archive(path: reports.own + "/archive") }

  /// For reading; nil where nothing was ever published here.
  package init?(reading reports: ReportsFolder) throws {
    // An empty file is none: somebody cut it off, or a first run was killed as it made it.
    guard try isPresent(reports.ledger), fileSize(reports.ledger) ?? 0 > 0 else {
      if try !reports.editionFolders().isEmpty { throw LedgerMissing(path: reports.ledger) }
      return nil
    }
    self.reports = reports
    ledger = try Ledger(reports.ledger, .reading)
  }

  /// For writing, under the lock; made where there is none and no edition either.
  init(writing reports: ReportsFolder) throws {
    self.reports = reports
    if fileSize(reports.ledger) ?? 0 == 0 {
      if try !reports.editionFolders().isEmpty { throw LedgerMissing(path: reports.ledger) }
      if !exists(reports.ledger) { try createFile(reports.ledger, []) }
    }
    ledger = try Ledger(reports.ledger, .writing)
    try archive.prepare()
  }

  // MARK: Editions

  package func editions() throws -> [EditionRecord] { try ledger.editions() }

  package func editions(of month: Month) throws -> [EditionRecord] {
    try editions().filter { $0.month == month.description }
  }

  /// The newest edition of the month.
  package func current(_ month: Month) throws -> EditionRecord? { try editions(of: month).last }

  /// By its name, `2022-05.1`.
  package func edition(_ name: String) throws -> EditionRecord? { try editions().first { $0.name == name } }

  /// The newest edition of each published month.
  package func currentEditions() throws -> [Month: EditionRecord] {
    try ledger.currentEditions().reduce(into: [:]) { editions, edition in
      if let month = Month(edition.month) { editions[month] = edition }
    }
  }

  /// The edition that came after it, if there is one.
  package func successor(of edition: EditionRecord) throws -> EditionRecord? {
    try editions().first { $0.month == edition.month && $0.number == edition.number + 1 }
  }

  /// Whether, and since when, the month is closed.
  package func closing(of month: Month) throws -> ClosingRecord? {
    try ledger.closings().first { $0.month == month.description && $0.isClosed }
  }

  // MARK: What an edition holds

  /// The unprotected figures; what only protection and reports need (incomplete associations, counts) is not kept.
  package func figures(of edition: EditionRecord) throws -> Figures {
    Figures(month: try month(of: edition), try ledger.figures(of: edition).map { try figure($0, edition) })
  }

  /// Cells that were not shown.
  func hidden(in edition: EditionRecord) throws -> Set<Figures.Key> {
    Set(
      try ledger.figures(of: edition).filter { $0.confidentiality != Confidentiality.F.id }.map { record in
        let figure = try figure(record, edition)
        return figure.key
      })
  }

  func definitions(of edition: EditionRecord) throws -> LoadedDefinitions {
    try loadDefinitions(
      ledger.definitions(of: edition).map { try archive.definition($0.file, $0.sha256) })
  }

  func findings(of edition: EditionRecord) throws -> [Finding] {
    try ledger.findings(of: edition).map { record in
      guard let finding = Finding(record) else { throw inconsistent(edition, "constat") }
      return finding
    }
  }

  /// Files that came or were owed, each with its place in the archive.
  func inputs(of edition: EditionRecord) throws -> [EditionInput] {
    let hashes = try ledger.archives()
    return try ledger.inputs(of: edition).map { record in
      guard let input = EditionInput(record, hashes: hashes) else { throw inconsistent(edition, "fichier") }
      return input
    }
  }

  /// What the reports of the edition after it are told of an edition.
  func predecessor(_ edition: EditionRecord) throws -> EditionSource.Predecessor {
    EditionSource.Predecessor(findings: try findings(of: edition), inputs: try inputs(of: edition))
  }

  func month(of edition: EditionRecord) throws -> Month {
    guard let month = Month(edition.month) else { throw inconsistent(edition, "mois") }
    return month
  }

  private func figure(_ record: FigureRecord, _ edition: EditionRecord) throws -> Figure {
    guard let figure = Figure(record, month: edition.month) else { throw inconsistent(edition, "chiffre") }
    return figure
  }

  func inconsistent(_ edition: EditionRecord, _ what: String) -> LedgerInconsistent {
    LedgerInconsistent(path: reports.ledger, detail: "\(what) illisible dans l'édition \(edition.name)")
  }
}
