import Domain

/// Every count of persons behind a catalogue, and what each indicator tells of them.
struct PersonCounts: Sendable {
  private(set) var all: [PersonCount] = []
  /// By indicator; of those alone that count persons.
  private(set) var figures: [String: CountedFigure] = [:]
  private var places: [PersonCount: Int] = [:]

  init(_ catalogue: Catalogue) {
    for indicator in catalogue.indicators where indicator.countsPersons {
      figures[indicator.id] = figure(of: indicator, catalogue)
    }
  }

  private mutating func place(_ count: PersonCount) -> Int {
    if let place = places[count] { return place }
    places[count] = all.count
    all.append(count)
    return all.count - 1
  }

  private mutating func figure(of indicator: Indicator, _ catalogue: Catalogue) -> CountedFigure {
    let term = indicator.term
    switch term.measure {
    case .ratio(let of, let over, _):
      return .rate(
        of: side("of", of, of: indicator, catalogue), over: side("over", over, of: indicator, catalogue))
    case .difference, .sum:
      var signs: [Int: Int] = [:]
      guard addCounts(of: term, [], sign: 1, to: &signs, catalogue) else {
        return .telling(counts(in: term, [], catalogue))
      }
      return .made(
        place(PersonCount(.made(indicator: indicator.id, side: "value"))), of: signs.filter { $0.value != 0 })
    case .referenceShare:
      // The numerator is the count and a published number: who sees it knows the count.
      return .rate(of: place(PersonCount(.made(indicator: indicator.id, side: "of"))), over: nil)
    default:
      // Declared to count persons though its measure does not say so: its value is the count.
      let count = PersonCount(term.measure, term.conditions)
      return .count(place(count ?? PersonCount(.made(indicator: indicator.id, side: "value"))))
    }
  }

  /// Of a rate. nil: it counts no persons.
  private mutating func side(
    _ name: String, _ part: Part, of indicator: Indicator, _ catalogue: Catalogue
  ) -> Int? {
    guard let term = catalogue.term(of: part), catalogue.countsPersons(term) else { return nil }
    let conditions = indicator.term.conditions + term.conditions
    return place(
      PersonCount(term.measure, conditions) ?? PersonCount(.made(indicator: indicator.id, side: name)))
  }

  /// false: not a sum or a difference of counts of persons alone.
  private mutating func addCounts(
    of term: Term, _ around: [Condition], sign: Int, to signs: inout [Int: Int], _ catalogue: Catalogue
  ) -> Bool {
    let conditions = around + term.conditions
    if let count = PersonCount(term.measure, conditions) {
      signs[place(count), default: 0] += sign
      return true
    }
    let parts: [Part]
    let isDifference: Bool
    switch term.measure {
    case .difference(let list): (parts, isDifference) = (list, true)
    case .sum(let list): (parts, isDifference) = (list, false)
    default: return false
    }
    for (index, part) in parts.enumerated() {
      guard let inner = catalogue.term(of: part) else { return false }
      let turned = isDifference && index > 0 ? -sign : sign
      guard addCounts(of: inner, conditions, sign: turned, to: &signs, catalogue) else { return false }
    }
    return true
  }

  private mutating func counts(in term: Term, _ around: [Condition], _ catalogue: Catalogue) -> [Int] {
    let conditions = around + term.conditions
    if let count = PersonCount(term.measure, conditions) { return [place(count)] }
    var found: [Int] = []
    for part in term.measure.parts {
      guard let inner = catalogue.term(of: part) else { continue }
      found += counts(in: inner, conditions, catalogue)
    }
    return found
  }
}

extension Catalogue {
  /// nil for a base, or for an indicator that is not there.
  fileprivate func term(of part: Part) -> Term? {
    switch part {
    case .indicator(let id): return self[id]?.term
    case .term(let term): return term
    case .baseline: return nil
    }
  }
}
