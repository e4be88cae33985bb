import Domain

/// What a catalogue asks of the rows for the figures of some months, as questions to another engine, each once, in the order in which
/// the catalogue comes to them.
package func leafQuestions(
  _ catalogue: Catalogue, of programme: Programme, with reference: Reference, months: [Month]
) -> [LeafQuestion] {
  var questions: [LeafQuestion] = []
  var places: [Term: Int] = [:]
  for month in months {
    let engine = Engine(catalogue, programme, reference, month: month, deliveries: [])
    for indicator in catalogue.indicators {
      engine.require(indicator)
      for tally in engine.plan(of: indicator).tallies {
        let place = places[tally.leaf.term] ?? questions.count
        if place == questions.count {
          places[tally.leaf.term] = place
          questions.append(LeafQuestion(tally.leaf, programme))
        }
        if !questions[place].indicators.contains(indicator.id) { questions[place].indicators.append(indicator.id) }
      }
    }
    for tally in engine.tallies {
      guard let place = places[tally.leaf.term] else { continue }
      for breakdown in tally.slices.map(\.breakdown.dimensions) where !questions[place].breakdowns.contains(breakdown) {
        questions[place].breakdowns.append(breakdown)
      }
    }
  }
  return questions.filter { !$0.breakdowns.isEmpty }
}

/// The spans over which persons are counted for figures of these months: every horizon, and what begins with a vintage.
package func leafSpans(
  _ catalogue: Catalogue, of programme: Programme, with reference: Reference, months: [Month]
) -> [LeafSpan] {
  months.flatMap { month in
    var spans = Horizon.allCases.map { LeafSpan($0, month) }
    let engine = Engine(catalogue, programme, reference, month: month, deliveries: [])
    for indicator in catalogue.indicators { engine.require(indicator) }
    for tally in engine.tallies where tally.leaf.needsSpans(programme) {
      for slice in tally.slices {
        let span = LeafSpan(from: slice.from, to: month, start: programme.start)
        if !spans.contains(span) { spans.append(span) }
      }
    }
    return spans
  }
}

extension Leaf {
  /// Something of it does not add up from month to month: persons.
  func needsSpans(_ programme: Programme) -> Bool {
    measure.kind == .beneficiaires || (measure.isSum && programme.confidentiality.hidesSums)
  }
}

extension LeafQuestion {
  fileprivate init(_ leaf: Leaf, _ programme: Programme) {
    self.init(
      leaf.term, askedColumns: leaf.filter.optionalColumns, ownColumn: leaf.ownColumn, breakdowns: [], indicators: [],
      countsContributors: leaf.measure.isSum && programme.confidentiality.hidesSums)
  }
}

extension Plan {
  /// The measures that read rows behind it.
  fileprivate var tallies: [LeafTally] {
    switch self {
    case .leaf(let tally): return [tally]
    case .ratio(let of, let over, _): return of.tallies + over.tallies
    case .difference(let parts), .sum(let parts): return parts.flatMap(\.tallies)
    case .referenceShare(_, let plus, _, _): return plus.tallies
    case .constant, .baseline, .delivery: return []
    }
  }
}
