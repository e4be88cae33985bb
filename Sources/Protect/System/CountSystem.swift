import Domain

/// Everything that was and will be published as one system: its unknowns, and what everybody knows of them. A relation that is not true
/// of the numbers (a register that was changed later) is left out: whoever believed it would compute something false.
struct CountSystem {
  let counts: PersonCounts
  let kinship: CountKinship
  let start: Month
  private(set) var unknowns: [Unknown] = []
  private(set) var relations: [Relation] = []
  /// By unknown, how many there are at least, as full-time equivalents show.
  private var floors: [Int: Int] = [:]
  /// By publication, the unknown of each count in each period and cell.
  private(set) var spots: [[Spot: Int]] = []
  let publications: [Publication]
  private var places: [Unknown: Int] = [:]
  /// Those that the catalogue has.
  private var families: Set<Family> = []
  private var seen: Set<Relation> = []

  /// A count in a period and a cell, of one publication.
  struct Spot: Hashable, Sendable {
    let count: Int
    let horizon: Horizon
    let cell: Cell
  }

  /// A breakdown of a count in a period, of which some cell is printed, or that is coarser than one: what nobody prints says nothing.
  struct Family: Hashable {
    let count: Int
    let horizon: Horizon
    let dimensions: [Dimension]
  }

  init(_ publications: [Publication], _ catalogue: Catalogue, start: Month) {
    counts = PersonCounts(catalogue)
    kinship = CountKinship(counts)
    self.start = start
    self.publications = publications
    let families = printedFamilies()
    self.families = Set(CountSystem.families(of: catalogue, counts))
    for publication in publications {
      spots.append(makeSpots(of: publication, families))
      for figure in publication.fullTime { raiseFloors(by: figure, catalogue, spots.last!) }
    }
    for place in publications.indices { relateWithin(place) }
    relateMonths()
  }

  // MARK: Unknowns

  /// By family, whether it is printed; the others only stand between printed ones.
  private func printedFamilies() -> [Family: Bool] {
    var families: [Family: Bool] = [:]
    for publication in publications {
      for key in publication.printed {
        guard let figure = counts.figures[key.indicator] else { continue }
        var told = figure.told
        if case .made(_, let parts) = figure { told += parts.keys }
        // A month is between two years to date, a period may be another's, and two breakdowns have one total: what nobody prints
        // stands between printed numbers.
        let dimensions = key.cell.dimensions
        for count in told {
          for horizon in Horizon.allCases {
            for coarser in [dimensions, []] + dimensions.map({ [$0] }) {
              let family = Family(count: count, horizon: horizon, dimensions: coarser)
              families[family] = families[family] == true || horizon == key.horizon
            }
          }
        }
      }
    }
    return families
  }

  private static func families(of catalogue: Catalogue, _ counts: PersonCounts) -> [Family] {
    catalogue.indicators.flatMap { indicator in
      (counts.figures[indicator.id]?.told ?? []).flatMap { count in
        indicator.horizons.flatMap { horizon in
          ([[]] + indicator.breakdowns).map { Family(count: count, horizon: horizon, dimensions: $0) }
        }
      }
    }
  }

  private mutating func makeSpots(of publication: Publication, _ families: [Family: Bool]) -> [Spot: Int] {
    var spots: [Spot: Int] = [:]
    for figure in publication.figures.all {
      guard let counted = counts.figures[figure.indicator] else { continue }
      let numbers: [(Int?, Rational?)]
      switch counted {
      case .count(let count): numbers = [(count, figure.value)]
      case .made(let made, _): numbers = [(made, figure.value)]
      case .rate(let of, let over): numbers = [(of, figure.numerator), (over, figure.denominator)]
      case .telling: numbers = []
      }
      for (count, number) in numbers {
        guard let count, let number, number.isWhole, let truth = Int(exactly: number.numerator),
          let isPrinted = families[
            Family(count: count, horizon: figure.horizon, dimensions: figure.cell.dimensions)],
          // A month is between two years to date; otherwise only a period that is another's too says anything.
          isPrinted || counts.all[count].isFlow || isShared(figure.horizon, in: publication.month)
        else { continue }
        let spot = Spot(count: count, horizon: figure.horizon, cell: figure.cell)
        spots[spot] = place(
          Unknown(
            count: count, month: publication.month, horizon: figure.horizon, cell: figure.cell, truth: truth))
      }
    }
    return spots
  }

  /// Whether another horizon counts the same period: in January, and in the programme's first year.
  private func isShared(_ horizon: Horizon, in month: Month) -> Bool {
    let period = horizon.period(endingWith: month, start: start)
    return Horizon.allCases.contains { $0 != horizon && $0.period(endingWith: month, start: start) == period }
  }

  private mutating func place(_ unknown: Unknown) -> Int {
    if let place = places[unknown] { return place }
    places[unknown] = unknowns.count
    unknowns.append(unknown)
    return unknowns.count - 1
  }

  /// Whether the catalogue breaks the count down like this by month.
  func isBroken(down spot: Spot) -> Bool {
    families.contains(Family(count: spot.count, horizon: spot.horizon, dimensions: spot.cell.dimensions))
  }

  /// Nobody is more than one full-time equivalent: at least as many employees stand behind them.
  private mutating func raiseFloors(by figure: Figure, _ catalogue: Catalogue, _ spots: [Spot: Int]) {
    guard let value = figure.value, let indicator = catalogue[figure.indicator] else { return }
    let inside = PersonCount(.employee, indicator.term.conditions)
    for (place, count) in counts.all.enumerated() where count == inside || inside.isPart(of: count) {
      for horizon in Horizon.allCases {
        guard let unknown = spots[Spot(count: place, horizon: horizon, cell: figure.cell)] else { continue }
        let least = Int((value.numerator + value.denominator - 1) / value.denominator)
        // A person of two associations' jobs, or hours for more than one: then nobody may count on it.
        if least <= truth(unknown) { floors[unknown] = max(floors[unknown] ?? 0, least) }
      }
    }
  }

  func truth(_ unknown: Int) -> Int { unknowns[unknown].truth }

  /// Numbers of persons are not negative; what is made of them may be.
  func isCount(_ unknown: Int) -> Bool { !counts.all[unknowns[unknown].count].isMade }

  /// The least that everybody knows of it. Numbers of persons are not negative; what is made of them may be. A pair of members, and
  /// elsewhere, have a row only where there is something to count.
  func least(_ unknown: Int) -> Int? {
    guard isCount(unknown) else { return nil }
    let cell = unknowns[unknown].cell
    let isRow = truth(unknown) > 0 && (cell.members.count > 1 || cell[.commune] == CommuneCode.elsewhereID)
    return max(isRow ? 1 : 0, floors[unknown] ?? 0)
  }

  // MARK: Relations

  /// Keeps a relation that is true and says something.
  mutating func relate(_ relation: Relation) {
    let value = relation.value(truth)
    guard relation.terms.count > 1, relation.lower.map({ $0 <= value }) ?? true,
      relation.upper.map({ value <= $0 }) ?? true
    else { return }
    if seen.insert(relation).inserted { relations.append(relation) }
  }
}
