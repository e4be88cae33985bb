import GRDB

/// One execution, for one month, and how it ended.
package struct RunRecord: Codable, Hashable, Sendable, FetchableRecord {
  package enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
    case published, refused, interrupted, failed
    /// The inputs are those that the current edition was made from, or was confirmed by.
    case unchanged
    /// Other inputs, in which nobody would see a difference from the current edition.
    case confirmed
    /// Owed files are still to come.
    case waiting

    /// Nobody has to act.
    package var isWell: Bool {
      switch self {
      case .published, .unchanged, .confirmed, .waiting: true
      case .refused, .interrupted, .failed: false
      }
    }
  }
  package var at: String
  package var month: String
  package var bilanVersion: String
  package var outcome: Outcome
  /// Why, where it was refused: without a cell's value.
  package var detail: String?
  /// Of the inputs that confirmed an edition.
  package var fingerprint: String?

  package init(
    at: String, month: String, bilanVersion: String, outcome: Outcome, detail: String? = nil, fingerprint: String? = nil
  ) {
    self.at = at
    self.month = month
    self.bilanVersion = bilanVersion
    self.outcome = outcome
    self.detail = detail
    self.fingerprint = fingerprint
  }

  /// The ledger's columns.
  private enum CodingKeys: String, CodingKey {
    case at, month, outcome, detail, fingerprint
    case bilanVersion = "program"
  }
}
