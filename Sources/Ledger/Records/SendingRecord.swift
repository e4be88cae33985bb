import GRDB

/// A funder's report of an edition that was sent, and when.
package struct SendingRecord: Codable, Hashable, Sendable, FetchableRecord {
  /// `2022-05`
  package var month: String
  /// Of the edition.
  package var number: Int
  package var funder: String
  /// A day, `2022-06-15`.
  package var sentOn: String
  /// When it was noted.
  package var at: String

  package init(month: String, number: Int, funder: String, sentOn: String, at: String) {
    self.month = month
    self.number = number
    self.funder = funder
    self.sentOn = sentOn
    self.at = at
  }

  /// `2022-05.1`
  package var edition: String { "\(month).\(number)" }
}
