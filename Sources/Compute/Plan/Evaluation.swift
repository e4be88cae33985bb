import Domain

/// What a term is worth in one cell, before it is a figure.
struct Evaluation {
  /// Known even where the status is M, where rows alone decide it.
  var value: Rational?
  var numerator: Rational?
  var denominator: Rational?
  var status = Status.A
  var reason: MissingReason?
  /// Of the least answered column, where some answer and some do not.
  var answers: Answers?
  var incomplete: Set<Int> = []
  var associations: Set<Int> = []
  /// The counts it is made of; what protection looks at where they are persons.
  var counts: [Rational] = []
  /// The persons behind the sums it is made of, where they are counted.
  var contributors: [Int] = []
  /// The measure by which its value is a count of units; nil: it is none.
  var counted: Measure?
  var isCount: Bool { counted != nil }

  static func missing(_ reason: MissingReason) -> Evaluation { Evaluation(status: .M, reason: reason) }

  /// The worst of the parts, with the first missing one's reason; everything they lack.
  static func combining(_ parts: [Evaluation]) -> Evaluation {
    var result = Evaluation()
    for part in parts {
      if part.status == .M, result.status != .M { result.reason = part.reason }
      result.status = max(result.status, part.status)
      if let answers = part.answers, result.answers.map({ answers < $0 }) ?? true { result.answers = answers }
      result.incomplete.formUnion(part.incomplete)
      result.associations.formUnion(part.associations)
      result.counts += part.counts
      result.contributors += part.contributors
    }
    return result
  }
}
