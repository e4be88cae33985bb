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
  /// As of ``ClosingRecord/seal``.
  package var seal: String?

  package init(month: String, number: Int, funder: String, sentOn: String, at: String, seal: String? = nil) {
    self.month = month
    self.number = number
    self.funder = funder
    self.sentOn = sentOn
    self.at = at
    self.seal = seal
  }

  /// What the seal is the hash of.
  package var text: String { "sending\n\(edition)\n\(funder)\n\(sentOn)\n\(at)\n" }

  /// `2022-05.1`
  package var edition: String { "\(month).\(number)" }
}
