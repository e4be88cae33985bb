import Domain
import Ingest

/// Everything the inputs say up to a month: what every command begins with.
package struct CheckedMonth: Sendable {
  package let month: Month
  /// The definitions, and the files they came from.
  let loaded: LoadedDefinitions
  package internal(set) var facts: Facts
  package let findings: [Finding]
  /// The files that were read, as they were surveyed; none of an edition.
  var exports: [Export] = []
  /// The files that hold many months; none of an edition.
  var series: [SeriesPrint] = []
  package var definitions: Definitions { loaded.definitions }
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
    let registers = Dictionary(
      facts.deliveries.filter { $0.kind == .beneficiaires && $0.outcome == .accepted }.map {
        ($0.association, $0.month)
      },
      uniquingKeysWith: max)
    return { finding in
      guard let month = finding.month, month != self.month else { return true }
      return finding.kind == .beneficiaires && finding.association.flatMap { registers[$0] } == month
    }
  }

  /// The same inputs as an earlier month sees them: what `readInputs` for that month would have read.
  func limited(to month: Month) -> CheckedMonth {
    CheckedMonth(
      month: month, loaded: loaded,
      facts: Facts(
        jobs: facts.jobs.filter { $0.month <= month }, registers: facts.registers.filter { $0.month <= month },
        meetings: facts.meetings.filter { $0.month <= month },
        deliveries: facts.deliveries.filter { $0.month <= month }),
      findings: findings.filter { $0.month.map { $0 <= month } ?? true },
      exports: exports.filter { $0.month <= month }, series: series)
  }
}
