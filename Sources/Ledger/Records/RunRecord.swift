import GRDB

/// One execution that published, was refused, or was stopped. One that found nothing to do leaves no trace.
package struct RunRecord: Codable, Hashable, Sendable, FetchableRecord {
  package enum Outcome: String, Codable, Hashable, Sendable {
    case published, refused, interrupted
  }
  package var at: String
  package var month: String
  /// Version of the program.
  package var program: String
  package var outcome: Outcome
  /// Why, where it was refused: without a cell's value.
  package var detail: String?

  package init(at: String, month: String, program: String, outcome: Outcome, detail: String? = nil) {
    self.at = at
    self.month = month
    self.program = program
    self.outcome = outcome
    self.detail = detail
  }
}
