import Domain
import Host
import Ledger
import Synchronization

/// Which files of the archive were removed because their time was over; asked of the ledger when the first one is missed.
final class Purges: Sendable {
  private let ledger: Ledger
  private let known = Mutex<[String: Day]?>(nil)

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// On which it went last; nil: nobody noted that it did.
  func day(of archive: String) throws -> Day? { try days()[archive] }

  func days() throws -> [String: Day] {
    if let known = known.withLock({ $0 }) { return known }
    let found: [String: Day] = try noted().reduce(into: [:]) { days, purge in
      if let time = seconds(ofTimestamp: purge.at) { days[purge.archive] = todayInParis(time) }
    }
    known.withLock { $0 = found }
    return found
  }

  /// Oldest first. A row that is not what was written is no proof.
  func noted() throws -> [PurgeRecord] { try ledger.purges().filter { $0.seal == sha256($0.text.utf8) } }
}

extension EditionStore {
  /// Oldest first; `month`: those that took something of its editions.
  func notedPurges(of month: Month? = nil) throws -> [NotedPurge] {
    let purged = try purges.noted()
    guard !purged.isEmpty else { return [] }
    let uses = Dictionary(grouping: try ledger.archiveUses(), by: \.archive).mapValues { $0.map(\.edition) }
    let known = try editions().map(\.name)
    let asked = try month.map { Set(try editions(of: $0).map(\.name)) }
    return Dictionary(grouping: purged) { "\($0.at) \($0.months)" }.sorted { $0.key < $1.key }.compactMap {
      _, records in
      let archives = Set(records.map(\.archive))
      let editions = Set(archives.flatMap { uses[$0] ?? [] })
      guard let first = records.first, asked?.isDisjoint(with: editions) != true else { return nil }
      return NotedPurge(
        at: first.at, months: first.months, archives: archives.count, editions: known.filter(editions.contains))
    }
  }

  /// By edition. What a later edition brought back is not gone.
  func purgedRows() throws -> [String: PurgedRows] {
    let days = try purges.days()
    guard !days.isEmpty else { return [:] }
    let there = Set(try isPresent(archive.path) ? listFolder(archive.path).map(\.name) : [])
    let gone = try ledger.archiveUses().filter { days[$0.archive] != nil && !there.contains($0.archive) }
    return Dictionary(grouping: gone, by: \.edition).compactMapValues { uses in
      let archives = Set(uses.map(\.archive))
      return archives.compactMap { days[$0] }.max().map { PurgedRows(archives: archives.count, day: $0) }
    }
  }
}
