/// The closed set of measures (3-indicators.md). An indicator is one of them with its parameters; there are no
/// expressions.
package indirect enum Measure: Hashable, Sendable {
  package enum StockUnit: String, Hashable, Sendable { case poste, salarie }
  package enum Amount: String, Hashable, Sendable { case etp, heures }
  package enum PathEnd: String, Hashable, Sendable { case date_entree, date_sortie }
  package enum MeetingAmount: String, Hashable, Sendable { case participants, partenaires }
  package enum ReferenceValue: String, Hashable, Sendable { case share, ess_posts, all_posts }

  case countFirst(JobStatus, after: JobStatus?)
  case countEver(JobStatus, orNow: JobStatus?)
  case countStock(StockUnit)
  /// `preferHours`: hours ÷ H × 12 where hours are given, else the declared FTE.
  case sumStock(Amount, preferHours: Bool)
  case sumFlow(Amount)
  case countPaths(PathEnd, minimumStay: Bool)
  case countPersons
  case countMeetings
  case sumMeetings(MeetingAmount)
  case attendance
  case ratio(of: Part, over: Part, factor: Rational)
  case difference([Part])
  case sum([Part])
  case reference(territory: String, ReferenceValue)
  case missingPosts(territory: String, against: String)
  case referenceShare(territory: String, plus: Part)
  case delivery

  /// The kind of export whose rows it reads; nil for what reads none, or reads through its parts.
  package var kind: ExportKind? {
    switch self {
    case .countFirst, .countEver, .countStock, .sumStock, .sumFlow: return .etp
    case .countPaths, .countPersons: return .beneficiaires
    case .countMeetings, .sumMeetings, .attendance: return .reunions
    case .ratio, .difference, .sum, .reference, .missingPosts, .referenceShare, .delivery: return nil
    }
  }

  /// Adds up amounts of `etp` rows, each its own unit.
  package var isSum: Bool {
    switch self {
    case .sumStock, .sumFlow: return true
    default: return false
    }
  }

  package var parts: [Part] {
    switch self {
    case .ratio(let of, let over, _): return [of, over]
    case .difference(let parts), .sum(let parts): return parts
    case .referenceShare(_, let plus): return [plus]
    default: return []
    }
  }
}

/// A measure and the conditions its rows meet.
package struct Term: Hashable, Sendable {
  package var measure: Measure
  package var conditions: [Condition]
  package init(_ measure: Measure, conditions: [Condition] = []) {
    self.measure = measure
    self.conditions = conditions
  }
}

/// What a ratio, a difference or a sum is made of.
package enum Part: Hashable, Sendable {
  case indicator(String)
  case term(Term)
  case baseline(of: String)
}

extension Measure {
  /// As the catalogue writes it.
  package var name: String {
    switch self {
    case .countFirst: return "count_first"
    case .countEver: return "count_ever"
    case .countStock: return "count_stock"
    case .sumStock: return "sum_stock"
    case .sumFlow: return "sum_flow"
    case .countPaths: return "count_paths"
    case .countPersons: return "count_persons"
    case .countMeetings: return "count_meetings"
    case .sumMeetings: return "sum_meetings"
    case .attendance: return "attendance"
    case .ratio: return "ratio"
    case .difference: return "difference"
    case .sum: return "sum"
    case .reference, .missingPosts: return "reference"
    case .referenceShare: return "reference_share"
    case .delivery: return "delivery"
    }
  }
}
