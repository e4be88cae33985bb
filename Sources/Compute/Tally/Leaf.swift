import Domain

/// A measure that reads rows, with the conditions of everything around it.
struct Leaf: Sendable {
  let term: Term
  let filter: Filter
  /// The column it sums, where no condition asks about it already.
  let ownColumn: Field?
  /// Columns that may be left blank: those of the conditions, then the one the measure sums.
  let optionalColumns: [Field]
  /// By optional column: more is asked of it than whether it is known. Who counts answers counts all of them, and is not
  /// partial for those who give none.
  let asksMore: [Bool]

  var measure: Measure { term.measure }
  var conditions: [Condition] { term.conditions }

  init(_ term: Term, territory: Set<UInt32>) {
    self.term = term
    let filter = Filter(term.conditions, territory: territory)
    self.filter = filter
    let summed = term.measure.summedColumn
    ownColumn = summed.flatMap { filter.optionalColumns.contains($0) ? nil : $0 }
    optionalColumns = filter.optionalColumns + (ownColumn.map { [$0] } ?? [])
    asksMore = optionalColumns.map { $0 == summed || filter.asksMore(of: $0) }
  }

  /// What it looks at in a row of `etp`, before any breakdown. A sum's amount depends on the scheme too: hours of a full-time year.
  var jobFields: Set<Field> {
    Set(conditions.map(\.field.column) + optionalColumns).union(measure.isSum ? [.etp, .heures, .dispositif] : [])
  }

  /// What its columns are asked of.
  var unit: Answers.Unit {
    switch measure {
    case .countStock(.salarie): return .employees
    case .countPersons: return .persons
    case .countPaths: return .paths
    case .countMeetings, .sumMeetings, .attendance: return .meetings
    case .sumStock, .sumFlow: return .rows
    default: return .jobs
    }
  }
}

extension Measure {
  /// The optional column it sums.
  fileprivate var summedColumn: Field? {
    switch self {
    case .sumStock(.heures, _), .sumFlow(.heures): return .heures
    case .sumMeetings(.participants): return .participants
    case .sumMeetings(.partenaires): return .partenaires
    case .attendance: return .membres
    default: return nil
    }
  }
}
