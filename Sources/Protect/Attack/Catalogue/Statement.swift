import Domain

/// What an indicator says of headcounts.
struct Statement: Sendable {
  /// A number that a figure prints, and the headcounts it adds up; a difference takes some away.
  struct Sum: Sendable {
    let number: Disclosed.Number
    let counts: [(headcount: Headcount, times: Int)]
  }

  private(set) var sums: [Sum] = []
  /// Of a number that is no sum, as a difference of rates: whoever sees it is taken to see these.
  private(set) var behind: [Headcount] = []

  init(_ indicator: Indicator, _ definitions: Definitions) {
    let term = indicator.term
    let reader = TermReader(definitions)
    if case .ratio(let of, let over, _) = term.measure {
      for (number, part) in [(Disclosed.Number.numerator, of), (.denominator, over)] {
        let counts = reader.sum(of: part, within: term.conditions)
        if let counts { sums.append(Sum(number: number, counts: counts)) }
      }
    } else if let counts = reader.sum(of: term, within: []) {
      sums = [Sum(number: .value, counts: counts)]
    } else {
      behind = reader.headcounts(in: term, within: [])
    }
  }
}

/// Finds the headcounts in a term, and in the terms it is made of.
private struct TermReader {
  let definitions: Definitions

  init(_ definitions: Definitions) { self.definitions = definitions }

  private func term(of part: Part) -> Term? {
    switch part {
    case .indicator(let id): definitions.catalogue[id]?.term
    case .term(let term): term
    case .baseline: nil
    }
  }

  func sum(of part: Part, within conditions: [Condition]) -> [(headcount: Headcount, times: Int)]? {
    term(of: part).flatMap { sum(of: $0, within: conditions) }
  }

  /// nil: it is no sum of headcounts alone.
  func sum(of term: Term, within around: [Condition]) -> [(headcount: Headcount, times: Int)]? {
    let conditions = around + term.conditions
    if let headcount = Headcount(term.measure, conditions, definitions.programme.territory) { return [(headcount, 1)] }
    var isDifference = false
    switch term.measure {
    case .difference: isDifference = true
    case .sum: break
    default: return nil
    }
    var all: [(headcount: Headcount, times: Int)] = []
    for (place, part) in term.measure.parts.enumerated() {
      guard let inner = sum(of: part, within: conditions) else { return nil }
      all += inner.map { ($0.headcount, isDifference && place > 0 ? -$0.times : $0.times) }
    }
    return all
  }

  func headcounts(in term: Term, within around: [Condition]) -> [Headcount] {
    let conditions = around + term.conditions
    if let headcount = Headcount(term.measure, conditions, definitions.programme.territory) { return [headcount] }
    return term.measure.parts.flatMap { part in
      self.term(of: part).map { headcounts(in: $0, within: conditions) } ?? []
    }
  }
}
