import Domain

/// The catalogue as an outsider reads it: which headcounts each cell tells, each headcount once.
struct Reading {
  /// What a cell tells, by places in ``headcounts``.
  struct Told {
    /// `bases`: what it adds up before the cell narrows it; breakdowns are told apart by that.
    var sums: [(number: Disclosed.Number, terms: [Weight], bases: [Int])] = []
    var behind: [Int] = []
  }

  private struct Place: Hashable {
    let indicator: String
    let cell: Cell
  }

  private(set) var headcounts: [Headcount] = []
  private var places: [Headcount: Int] = [:]
  private var statements: [String: Statement] = [:]
  private var told: [Place: Told] = [:]
  let programme: Programme

  init(_ definitions: Definitions) {
    programme = definitions.programme
    for indicator in definitions.catalogue.indicators where indicator.countsPersons {
      statements[indicator.id] = Statement(indicator, definitions)
    }
  }

  func place(of headcount: Headcount) -> Int? { places[headcount] }

  private mutating func keep(_ headcount: Headcount) -> Int {
    if let place = places[headcount] { return place }
    places[headcount] = headcounts.count
    headcounts.append(headcount)
    return headcounts.count - 1
  }

  /// nil: the indicator counts no persons, or no longer stands in the catalogue.
  mutating func told(by indicator: String, in cell: Cell) -> Told? {
    let place = Place(indicator: indicator, cell: cell)
    if let known = told[place] { return known }
    guard let statement = statements[indicator] else { return nil }
    var found = Told()
    for sum in statement.sums {
      var terms: [(place: Int, times: Int)] = []
      for count in sum.counts {
        guard let narrowed = count.headcount.narrowed(to: cell, programme) else { continue }
        terms.append((keep(narrowed), count.times))
      }
      let bases = sum.counts.map { keep($0.headcount) }
      found.sums.append((sum.number, [Weight](adding: terms), bases))
    }
    found.behind = statement.behind.compactMap { $0.narrowed(to: cell, programme) }.map { keep($0) }
    told[place] = found
    return found
  }

  /// Of a headcount, those in a cell: where some figure tells of them.
  func place(of base: Int, in cell: Cell) -> Int? {
    headcounts[base].narrowed(to: cell, programme).flatMap { places[$0] }
  }
}
