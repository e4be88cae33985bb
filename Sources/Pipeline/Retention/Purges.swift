import Domain
import Host
import Ledger
import Synchronization

/// Which files of the archive were removed because their time was over; asked of the ledger when the first one is missed.
final class Purges: Sendable {
  private let ledger: Ledger
  private let days = Mutex<[String: Day]?>(nil)

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// On which it went last; nil: nobody noted that it did. A row that is not what was written is no proof.
  func day(of archive: String) throws -> Day? {
    if let known = days.withLock({ $0 }) { return known[archive] }
    let noted = try ledger.purges().filter { $0.seal == sha256($0.text.utf8) }
    let found = noted.reduce(into: [String: Day]()) { days, purge in
      if let time = seconds(ofTimestamp: purge.at) { days[purge.archive] = todayInParis(time) }
    }
    days.withLock { $0 = found }
    return found[archive]
  }
}
