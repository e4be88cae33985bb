import Domain

/// What the letter to one association about one month is made from. A value: the date it is sent is not in it.
package struct Letter: Sendable {
  /// What became of the faults of the letter before. Findings may come from the ledger: place and code suffice.
  package struct Progress: Sendable {
    /// The place is right now.
    package var settled: [Finding]
    /// Its file was withdrawn, cut or refused: whether it is right nobody knows.
    package var unread: [Finding]
    package var remaining: [Finding]
    package var new: [Finding]
    package init(settled: [Finding], unread: [Finding] = [], remaining: [Finding], new: [Finding]) {
      self.settled = settled
      self.unread = unread
      self.remaining = remaining
      self.new = new
    }
  }

  package var programme: Programme
  package var association: Association
  package var month: Month
  /// This association's: all of the month, and of earlier months what is still lacking.
  package var deliveries: [Delivery]
  /// This association's, in the order in which they were met. `costs` point into it.
  package var findings: [Finding]
  package var costs: [RefusalCost]
  package var readBack: ReadBack?
  /// nil: the first letter about this month.
  package var progress: Progress?

  package init(
    programme: Programme, association: Association, month: Month, deliveries: [Delivery], findings: [Finding],
    costs: [RefusalCost] = [], progress: Progress? = nil
  ) {
    self.programme = programme
    self.association = association
    self.month = month
    self.deliveries = deliveries
    self.findings = findings
    self.costs = costs
    self.progress = progress
  }

  /// The day on which a month's files are due.
  func due(_ month: Month) -> Day { dueDay(of: month, under: programme.rules) }

  /// By when an answer is of use: with the next month's files.
  var answerBy: Day { due(month.advanced(by: 1)) }

  /// Owed and not there, the oldest first; waived ones are not asked for again.
  var awaited: [Delivery] {
    deliveries.filter(\.isAwaited)
      .sorted { ($0.month, $0.kind.rawValue) < ($1.month, $1.kind.rawValue) }
  }

  /// What came, the month's first.
  var received: [Delivery] {
    deliveries.filter { $0.outcome != .absent }
      .sorted { ($1.month, $0.kind.rawValue) < ($0.month, $1.kind.rawValue) }
  }

  var hasFaults: Bool { findings.contains { $0.severity <= .row } || received.contains { $0.outcome == .refused } }
}
