import Domain

/// A purge that took place, as the ledger has it.
package struct NotedPurge: Hashable, Sendable {
  /// `2029-12-27T06:30:00Z`
  package let at: String
  /// How long what went had been kept.
  package let months: Int
  package let archives: Int
  /// Those that were made of it.
  package let editions: [String]
}

/// What an edition was made of and that is gone because its time was over: it cannot be computed again.
package struct PurgedRows: Hashable, Sendable {
  package let archives: Int
  /// On which the last of them went.
  package let day: Day
}
