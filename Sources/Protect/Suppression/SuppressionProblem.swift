import Domain

/// What is to be chosen, laid out: candidates, targets, and what is known already.
struct SuppressionProblem {
  let system: CountSystem
  private(set) var candidates: [Candidate] = []
  private(set) var targets: [Target] = []
  private var known: [Bool]
  private var marks = Outsider.Marks()
  /// Unknowns of which a mark that was published says that they are small.
  private var markedBefore: Set<Int> = []
  private let firstUpcoming: Int
  private let catalogue: Catalogue
  private let rules: Programme.Confidentiality

  init(_ system: CountSystem, upcomingFrom first: Int, _ definitions: Definitions, habits: [Figures.Key: Bool]) {
    self.system = system
    catalogue = definitions.catalogue
    rules = definitions.programme.confidentiality
    firstUpcoming = first
    known = [Bool](repeating: false, count: system.unknowns.count)
    let cost = CellCost(definitions: definitions, before: habits)
    for place in system.publications.indices {
      let publication = system.publications[place]
      // In the order of the figures: sets have none.
      for figure in publication.figures.all where publication.printed.contains(figure.key) {
        guard let counted = system.counts.figures[figure.indicator] else { continue }
        let told = system.told(by: counted, figure.key, place)
        let mark = publication.hidden[figure.key]
        let differences = marks.differences.count
        if let mark { hide(figure.key, mark, place, candidate: nil) }
        if mark == .C, place >= first {
          // The mark of a rate speaks of its parts.
          let marked = system.marks(
            of: figure.key, in: place, .C, threshold: rules.threshold(catalogue[figure.indicator]))
          let price = figure.cell == .total ? CellCost.unmarkedTotal : CellCost.unmarked
          candidates.append(
            Candidate(
              step: .unmark, publication: place, key: figure.key,
              told: marked.compactMap(\.count)
                + (differences..<marks.differences.count).map(system.place(ofDifference:)), cost: price))
        }
        guard mark == nil, place >= first, !told.isEmpty, figure.value != nil else {
          if mark == nil { for unknown in told { known[unknown] = true } }
          continue
        }
        candidates.append(
          Candidate(
            step: .hide, publication: place, key: figure.key, told: told,
            cost: cost.cost(of: figure.key, in: publication.month)))
        hide(figure.key, .D, place, candidate: candidates.count - 1)
      }
    }
  }

  /// Notes what a hidden cell hides, and what its mark tells.
  private mutating func hide(_ key: Figures.Key, _ mark: Confidentiality, _ place: Int, candidate: Int?) {
    let threshold = rules.threshold(catalogue[key.indicator])
    targets += system.targets(of: key, in: place, mark, threshold: threshold).map { target in
      var target = target
      target.candidate = candidate
      return target
    }
    let marked = system.marks(of: key, in: place, mark, threshold: threshold)
    marks.add(marked, system)
    if place < firstUpcoming { markedBefore.formUnion(marked.compactMap(\.count)) }
  }

  func solve(_ lessons: [Disclosed], largeFrom: Int) -> Suppression.Choice {
    let places = Dictionary(
      uniqueKeysWithValues: candidates.enumerated().map { place, candidate in
        let month = system.publications[candidate.publication].month
        let cell = CellOfMonth(month: month, key: candidate.key)
        return (Clue(candidate.step == .hide ? .figure : .mark, of: cell), place)
      })
    let learnt = lessons.map { found in
      let cell = CellOfMonth(month: found.month, key: found.key)
      // A number that something tells which is no candidate is told all the same.
      let alternatives = found.clues.map { $0.map { places[$0] } }.filter { !$0.contains(nil) }
      return Lesson(
        alternatives: alternatives.map { $0.compactMap { $0 } }, condition: places[Clue(.figure, of: cell)], cell: cell)
    }
    return Suppression(
      system, candidates: candidates, targets: targets, knownBefore: known, marks: marks, markedBefore: markedBefore,
      lessons: learnt, largeFrom: largeFrom
    ).choose()
  }
}

extension Programme.Confidentiality {
  /// The k of an indicator.
  func threshold(_ indicator: Indicator?) -> Int {
    indicator?.isSensitive == true ? sensitiveThreshold : personsThreshold
  }
}

extension CountSystem {
  /// The unknowns that whoever sees the cell knows.
  func told(by counted: CountedFigure, _ key: Figures.Key, _ publication: Int) -> [Int] {
    distinct(
      counted.told.compactMap { spots[publication][Spot(count: $0, horizon: key.horizon, cell: key.cell)] })
  }
}
