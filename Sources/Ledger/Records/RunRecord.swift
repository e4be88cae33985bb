import GRDB

/// One execution that published, was refused, or was stopped. One that found nothing to do leaves no trace.
package struct RunRecord: Codable, Hashable, Sendable, FetchableRecord {
  package enum Outcome: String, Codable, Hashable, Sendable {
    case published, refused, interrupted
  }
  package var at: String
  package var month: String
  package var bilanVersion: String
  package var outcome: Outcome
  /// Why, where it was refused: without a cell's value.
  package var detail: String?

  package init(at: String, month: String, bilanVersion: String, outcome: Outcome, detail: String? = nil) {
    self.at = at
    self.month = month
    self.bilanVersion = bilanVersion
    self.outcome = outcome
    self.detail = detail
  }

  /// The ledger's columns.
  private enum CodingKeys: String, CodingKey {
    case at, month, outcome, detail
    case bilanVersion = "program"
  }
}
