import Domain
import Ingest

/// Everything the inputs say up to a month: what every command begins with.
package struct CheckedMonth: Sendable {
  package let month: Month
  /// The definitions, and the files they came from.
  let loaded: LoadedDefinitions
  package let facts: Facts
  package let found: Findings
  /// The files that were read, as they were surveyed, perhaps of later months too; none of an edition.
  var exports: [Export] = []
  /// The files that hold many months; none of an edition.
  var series: [SeriesPrint] = []
  /// What its rows give the figures: of the months that its reports show, or of more where several months are wanted.
  private(set) var parts: SharedParts
  /// What its fingerprint says of its inputs, where those of other months are a part of these; none of an edition, and none where
  /// deliveries or findings are others (``with(_:_:)``).
  private var sharedPrints: InputPrints?
  package var definitions: Definitions { loaded.definitions }
  /// ``found``, for who goes through all of them.
  package var findings: [Finding] { found.all }

  init(
    month: Month, loaded: LoadedDefinitions, facts: Facts, found: Findings, exports: [Export] = [],
    series: [SeriesPrint] = [], parts: SharedParts? = nil
  ) {
    self.month = month
    self.loaded = loaded
    self.facts = facts
    self.found = found
    self.exports = exports
    self.series = series
    self.parts =
      parts ?? SharedParts(facts, loaded.definitions, over: shownMonths(at: month, loaded.definitions.programme))
  }

  /// The months that its reports show: up to 13.
  var monthsShown: ClosedRange<Month> { shownMonths(at: month, definitions.programme) }

  /// The same, its rows gone through once for the figures of every month from `first` on.
  func sharing(from first: Month) -> CheckedMonth {
    precondition(parts.hasRows, "the rows were not kept")
    var checked = self
    let shown = shownMonths(at: first, definitions.programme)
    checked.parts = SharedParts(facts, definitions, over: min(shown.lowerBound, month)...month)
    checked.sharedPrints = prints
    return checked
  }

  /// The same, its figures from another engine's answers where it has some. These must be of the same exports. Throws what
  /// ``LeavesFile/result(of:_:)`` throws, and ``LeavesStale``.
  func answered(by file: LeavesFile) throws -> CheckedMonth {
    let (programme, reference) = (definitions.programme, definitions.reference)
    let result = try file.result(of: programme, reference)
    guard result.months.contains(month), month <= result.last else {
      throw LeavesStale(file: file.path, cause: .month(month, asked: result.months.sorted(), last: result.last))
    }
    let own = facts.deliveries.filter { $0.month <= result.last }
    let ours = Set(own.compactMap { DeliveryState($0, in: programme) })
    let theirs = Set(result.deliveries.filter { $0.month <= month })
    guard ours == theirs else {
      let moved = own.filter { delivery in DeliveryState(delivery, in: programme).map { !theirs.contains($0) } ?? false
      }
      throw LeavesStale(file: file.path, cause: .exports(distinct(moved.map(\.name))))
    }
    var checked = self
    checked.parts = parts.answered(by: file, result)
    return checked
  }
}

private func shownMonths(at month: Month, _ programme: Programme) -> ClosedRange<Month> {
  min(max(programme.start, month.advanced(by: -12)), month)...month
}

extension CheckedMonth {
  /// What is said to funders about the month's figures, funder by funder.
  package var comments: [(funder: String, comment: Comment)] {
    definitions.funders.flatMap { funder in
      funder.comments.filter { $0.month == month }.map { (funder.id, $0) }
    }
  }

  /// Of findings: those of the month's files, of the registers that its figures are made from, and of no month at all.
  package var isInUse: (Finding) -> Bool {
    // In months' order: the last one stays. By what is stored of each, and not by copies.
    var registers: [Association.ID: Month] = [:]
    let deliveries = facts.deliveries.elements
    for place in deliveries.indices
    where deliveries[place].id.kind == .beneficiaires && deliveries[place].outcome == .accepted {
      registers[deliveries[place].id.association] = deliveries[place].id.month
    }
    return { finding in
      guard let month = finding.month, month != self.month else { return true }
      return finding.kind == .beneficiaires && finding.association.flatMap { registers[$0] } == month
    }
  }

  /// The same rows, with what an edition keeps of its files and their findings.
  func with(_ deliveries: Deliveries, _ found: Findings) -> CheckedMonth {
    var facts = facts
    facts.deliveries = deliveries
    return CheckedMonth(
      month: month, loaded: loaded, facts: facts, found: found, exports: exports, series: series, parts: parts)
  }

  /// What its fingerprint says of its inputs.
  var prints: InputPrints { sharedPrints ?? InputPrints(facts.deliveries, series, found.all) }

  /// The same inputs as an earlier month sees them: what `readInputs` for that month would have read.
  func limited(to month: Month) -> CheckedMonth {
    precondition(parts.hasRows, "the rows were not kept")
    var limited = CheckedMonth(
      month: month, loaded: loaded,
      facts: facts.upTo(month), found: found.upTo(month), exports: exports, series: series,
      parts: parts.months.contains(shownMonths(at: month, definitions.programme).lowerBound) ? parts : nil)
    limited.sharedPrints = sharedPrints
    return limited
  }
}
