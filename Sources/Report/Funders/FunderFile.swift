import Domain

/// What one funder gets, a report or an aggregator's table, as the month's page speaks of it.
protocol FunderFile {
  var funder: Funder { get }
  /// Whether the edition before had the same for this funder: a first one replaces none.
  var isRevision: Bool { get }
  /// Whether anything in it is not as it was.
  var isTouched: Bool { get }
  /// What is not, in words.
  var changes: String { get }
}

extension FunderReport: FunderFile {
  var changes: String { changeWords(self) }
}
