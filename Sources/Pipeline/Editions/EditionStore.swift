import Domain
import Ledger
import Host
import Protect
import Report

/// What was published, as a whole: the ledger, the archive, and the folders of the editions.
package struct EditionStore: Sendable {
  package let reports: ReportsFolder
  let ledger: Ledger
  let proofs = Proofs()
  let told = ToldBefore()
  /// Shared by stores that look at the same ledger.
  var rows = SharedRows()
  /// Where many editions are looked at; nil: nothing is kept for another.
  var readings: SharedReadings?
  let purges: Purges
  var archive: Archive { Archive(path: reports.own + "/archive", purges: purges) }

  /// For reading; nil where nothing was ever published here. Throws ``LedgerMissing``, ``LedgerError`` and ``SystemError``.
  package init?(reading reports: ReportsFolder) throws {
    // An empty file is none: somebody cut it off, or a first run was killed as it made it.
    guard try fileSize(reports.ledger) ?? 0 > 0 else {
      if try !reports.editionFolders().isEmpty { throw LedgerMissing(path: reports.ledger) }
      return nil
    }
    self.reports = reports
    ledger = try Ledger(reports.ledger, .reading)
    purges = Purges(ledger)
  }

  /// With a ledger that stands elsewhere: a copy of it, to look at.
  init(_ reports: ReportsFolder, ledger: Ledger) {
    (self.reports, self.ledger, purges) = (reports, ledger, Purges(ledger))
  }

  /// For writing, under the lock; made where there is none and no edition either. Throws ``LedgerMissing``,
  /// `LedgerError` and `SystemError`.
  init(writing reports: ReportsFolder) throws {
    self.reports = reports
    if try fileSize(reports.ledger) ?? 0 == 0 {
      if try !reports.editionFolders().isEmpty { throw LedgerMissing(path: reports.ledger) }
      if try !isPresent(reports.ledger) { try createFile(reports.ledger, []) }
    }
    ledger = try Ledger(reports.ledger, .writing)
    purges = Purges(ledger)
    try archive.prepare()
  }

  // MARK: Editions

  package func editions() throws(LedgerError) -> [EditionRecord] { try ledger.editions() }

  package func editions(of month: Month) throws(LedgerError) -> [EditionRecord] {
    try ledger.editions(of: month.description)
  }

  /// The newest edition of the month.
  package func current(_ month: Month) throws(LedgerError) -> EditionRecord? {
    try ledger.currentEdition(of: month.description)
  }

  /// By its name, `2022-05.1`.
  package func edition(_ name: String) throws(LedgerError) -> EditionRecord? {
    guard let dot = name.lastIndex(of: "."), let number = Int(name[dot...].dropFirst()) else { return nil }
    let edition = try ledger.edition(String(name[..<dot]), number: number)
    // `2022-05.01` is a number too, but no name.
    return edition?.name == name ? edition : nil
  }

  /// The newest edition of each published month; from `first` on.
  package func currentEditions(from first: Month? = nil) throws(LedgerError) -> [Month: EditionRecord] {
    try ledger.currentEditions(from: first?.description ?? "").reduce(into: [:]) { editions, edition in
      if let month = Month(edition.month) { editions[month] = edition }
    }
  }

  /// That of the newest published month before.
  func newestEdition(before month: Month) throws(LedgerError) -> EditionRecord? {
    try ledger.newestEdition(before: month.description)
  }

  /// The edition that came after it, if there is one.
  package func successor(of edition: EditionRecord) throws(LedgerError) -> EditionRecord? {
    guard edition.number < Int.max else { return nil }
    return try ledger.edition(edition.month, number: edition.number + 1)
  }

  /// Whether, and since when, the month is closed.
  package func closing(of month: Month) throws -> ClosingRecord? {
    let last = try closings(of: month.description).last
    return last?.isClosed == true ? last : nil
  }

  /// All that was said of closing a month, oldest first.
  func closings(of month: String) throws -> [ClosingRecord] {
    let closings = try ledger.closings(of: month)
    for closing in closings { try requireSealed(closing.text, closing.seal, "une clôture de \(month)") }
    return closings
  }

  /// A row of which no manifest speaks. Those of before 0.7 have no seal.
  func requireSealed(_ text: String, _ seal: String?, _ what: String) throws {
    guard let seal, seal != sha256(text.utf8) else { return }
    throw LedgerInconsistent(path: reports.ledger, detail: "\(what) n'y est plus ce qui a été noté")
  }

  /// The programme whose reports these are, and the id of the key of its pseudonyms; nil before the first edition.
  func programme() throws -> (id: String, keyId: String)? {
    guard let owner = try ledger.programme() else { return nil }
    if let edition = try ledger.lastEdition() {
      try requireProved(edition)
      let keyId = try archive.copy(of: edition.name)?.origin?.keyId
      guard owner.id == edition.programme, keyId == nil || keyId == owner.keyId else {
        throw LedgerInconsistent(
          path: reports.ledger,
          detail: "le programme et la clé qu'il nomme ne sont pas ceux de l'édition \(edition.name)")
      }
    }
    return owner
  }

  // MARK: What an edition holds, where it is what was published

  /// The unprotected figures; what only protection and reports need (incomplete associations, counts) is not kept. Throws
  /// ``LedgerInconsistent``, ``EditionDamaged`` and ``LedgerError``.
  package func figures(of edition: EditionRecord) throws -> Figures {
    var cells = KnownCells()
    return Figures(
      month: try month(of: edition),
      try figureRecords(of: edition).map { record in
        guard let figure = Figure(record, month: edition.month, &cells) else { throw inconsistent(edition, "chiffre") }
        return figure
      })
  }

  /// Cells that were not shown, and how they were marked.
  func marks(in edition: EditionRecord) throws -> [Figures.Key: Confidentiality] {
    try proofs.marks(of: edition.name) {
      try figureRecords(of: edition).filter { $0.confidentiality != Confidentiality.F.id }.reduce(into: [:]) {
        marks, record in
        guard let mark = Confidentiality(id: record.confidentiality) else { throw inconsistent(edition, "chiffre") }
        marks[try figure(record, edition).key] = mark
      }
    }
  }

  func figureRecords(of edition: EditionRecord) throws -> [FigureRecord] {
    try proofs.figures(of: edition.name) { try proved(ledger.figures(of: edition), .figures, of: edition) }
  }

  func disclosureRecords(of edition: EditionRecord) throws -> [DisclosureRecord] {
    try proved(ledger.disclosures(of: edition), .disclosures, of: edition)
  }

  /// The files of its definitions, by hash.
  func definitionRecords(of edition: EditionRecord) throws -> [DefinitionRecord] {
    try proved(ledger.definitions(of: edition), .definitions, of: edition)
  }

  func definitions(of edition: EditionRecord) throws -> LoadedDefinitions {
    let records = try definitionRecords(of: edition)
    return try proofs.definitions(records) {
      try loadDefinitions(records.map { try archive.definition($0.file, $0.sha256) }, arePublished: true)
    }
  }

  /// In the order in which they were found, which is not the ledger's.
  func findings(of edition: EditionRecord) throws -> Findings {
    try proofs.findings(of: edition.name) {
      Findings(
        try proved(ledger.findingList(of: edition), .findings, of: edition).mapped { source in
          try rows.findings(of: source.edition) {
            try source.records.map { record in
              guard let finding = Finding(record) else { throw inconsistent(edition, "constat") }
              return finding
            }
          }
        }.inOrder())
    }
  }

  func inputList(of edition: EditionRecord) throws -> EditionList<InputRecord> {
    try proofs.inputs(of: edition.name) { try proved(ledger.inputList(of: edition), .inputs, of: edition) }
  }

  /// Files that came or were owed, each with its place in the archive.
  func inputs(of edition: EditionRecord) throws -> [EditionInput] {
    try proofs.placed(of: edition.name) {
      let list = try inputList(of: edition)
      try requirePlaces(of: list, in: edition)
      return try list.mapped { source in
        try rows.inputs(of: source.edition) { try inputs(source, of: edition) }
      }
    }
  }

  /// What became of its files, of the associations that a programme has; wherever their rows stand.
  func deliveries(of edition: EditionRecord, in programme: Programme) throws -> [Delivery] {
    try inputList(of: edition).records.map { record in
      guard let input = EditionInput(record, hashes: nil) else { throw inconsistent(edition, "fichier") }
      return input
    }.deliveries(in: programme)
  }

  private func inputs(_ source: OwnRows<InputRecord>, of edition: EditionRecord) throws -> [EditionInput] {
    let hashes = try rows.archives(source.records.compactMap(\.archive), ledger.archives)
    return try source.records.map { record in
      guard let input = EditionInput(record, hashes: hashes) else { throw inconsistent(edition, "fichier") }
      return input
    }
  }

  /// What faults cost, by association, as its letters said it.
  func costs(of edition: EditionRecord, _ programme: Programme) throws -> [Association.ID: [RefusalCost]] {
    try requireProved(edition)
    guard let costs = decodeCosts(edition.effects, programme) else { throw inconsistent(edition, "effets") }
    return costs
  }

  /// What the reports of the next edition must know of it; `comparison` is with that one, of `programme`.
  func predecessor(
    _ edition: EditionRecord, of programme: Programme, _ comparison: Comparison?
  ) throws -> ReportedMonth.Predecessor {
    var predecessor = ReportedMonth.Predecessor(
      findings: try findings(of: edition), deliveries: Deliveries(try inputs(of: edition).deliveries(in: programme)),
      definitions: try definitions(of: edition).definitions)
    predecessor.told =
      released(
        try figures(of: edition), under: predecessor.definitions.programme.confidentiality,
        predecessor.definitions.catalogue, marks: try marks(in: edition)
      ).all
    if let comparison {
      predecessor.changedEarlier = Set(comparison.files.filter { $0.id.month < comparison.month }.map(\.id.kind))
    }
    return predecessor
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
