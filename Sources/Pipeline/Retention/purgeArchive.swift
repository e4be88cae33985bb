import Domain
import Host
import Ledger

/// Removes from the archive the rows that no edition within its period was made of (``RetentionPeriods``), and notes it in the
/// ledger first: a file that is missed later is known to have been purged. Editions, their figures, findings and definitions stay.
/// `listed` hears what is to go before it goes. `months` nil: the programme's `retention_months`. Throws ``RetentionUnknown``,
/// ``OtherProgramme``, ``MissingEdition``, and what opening the reports for writing throws.
package func purgeArchive(
  _ inputs: InputsFolder, _ reports: ReportsFolder, olderThan months: Int?, isDry: Bool,
  today: Day = todayInParis(), listed: (Purge) throws -> Void
) throws -> Purge {
  let programme = try programme(of: definitionFiles(inputs))
  guard let asked = months ?? programme.rules.retentionMonths else { throw RetentionUnknown() }
  let periods = RetentionPeriods(asked: asked, programme: programme.rules.retentionMonths, today: today)
  guard try isPresent(reports.ledger) || isPresent(reports.editions) else {
    throw MissingEdition(message: "\(reports.path) : aucune édition publiée, rien à purger.")
  }
  return try reports.tellingDenials {
    let lock = try reports.openForWriting()
    defer { withExtendedLifetime(lock) {} }
    let store = try EditionStore(writing: reports)
    if let owner = try store.programme(), owner.id != programme.id {
      throw OtherProgramme(found: owner.id, expected: programme.id)
    }
    var purge = try store.purge(under: periods, store.provedUses())
    try listed(purge)
    guard !isDry else { return purge }
    try store.carryOut(purge)
    purge.isDone = true
    return purge
  }
}

extension EditionStore {
  /// Files of the archive as editions use them, where the ledger says what was published: what a damaged one would let go is gone for
  /// good.
  fileprivate func provedUses() throws -> [Ledger.ArchiveUse] {
    try editions().flatMap { edition in
      try inputs(of: edition).compactMap { input in
        input.archive.map { Ledger.ArchiveUse(archive: $0.name, file: input.delivery.file, edition: edition.name) }
      }
    }
  }

  /// What goes, and what stays, by what the editions use: as the ledger has it where it is only told.
  func purge(under periods: RetentionPeriods, _ uses: [Ledger.ArchiveUse]) throws -> Purge {
    let past = try periods.pastEditions(self)
    let uses = Dictionary(grouping: uses, by: \.archive)
    let known = try ledger.archives()
    var entries: [Purge.Entry] = []
    var leftovers: [String] = []
    var kept = 0
    for file in try listFolder(archive.path) where file.kind == .file && file.name.hasSuffix(".csv") {
      let place = "\(archive.path)/\(file.name)"
      let uses = uses[file.name] ?? []
      if known[file.name] == nil {
        let day = FileGlance(place).map { todayInParis($0.modified) }
        if let day, day.adding(months: periods.asked) <= periods.today {
          leftovers.append(file.name)
        } else {
          kept += 1
        }
      } else if uses.allSatisfy({ past.contains($0.edition) }) {
        entries.append(
          Purge.Entry(
            archive: file.name, files: Set(uses.map(\.file)).sorted(), editions: Set(uses.map(\.edition)).sorted(),
            bytes: try fileSize(place) ?? 0))
      } else {
        kept += 1
      }
    }
    entries.sort { ($0.files.first ?? "", $0.archive) < ($1.files.first ?? "", $1.archive) }
    return Purge(
      months: periods.asked, ofEvidence: periods.ofEvidence, entries: entries, leftovers: leftovers, kept: kept)
  }

  /// Noted, then removed: a purge that is killed between the two is finished by the next one, and until then nothing is missing.
  fileprivate func carryOut(_ purge: Purge) throws {
    guard !purge.entries.isEmpty || !purge.leftovers.isEmpty else { return }
    let now = timestamp(Clock.now)
    try ledger.purge(
      purge.entries.map { entry in
        var record = PurgeRecord(archive: entry.archive, months: purge.months, at: now)
        record.seal = sha256(record.text.utf8)
        return record
      })
    for name in purge.entries.map(\.archive) + purge.leftovers {
      try stopIfAsked()
      try removeTree("\(archive.path)/\(name)")
    }
    try syncPath(archive.path)
  }
}
