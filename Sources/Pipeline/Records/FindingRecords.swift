import Domain
import Ledger
import Synchronization

/// What the ledger says of findings, by the editions of one run, each of which has those of the one before.
final class FindingRecords: Sendable {
  private let known = Mutex(Sequel<Finding, FindingRecord> { $0.isIdentical(to: $1) })

  /// In the ledger's order.
  func records(of findings: [Finding]) -> [FindingRecord] {
    let records = known.withLock { $0.values(of: findings, \.record) }
    return findings.placesByMonth.map { records[$0] }
  }
}
