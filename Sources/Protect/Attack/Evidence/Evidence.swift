import Domain

/// Everything that is published as unknowns and equations: what an outsider has before him who laid all of it side by side.
///
/// Hidden numbers are consulted for this alone: which numbers two editions tell alike (who has them reads `revise=non`: one unknown);
/// which equations do not hold, as a register was changed between two of them (who believed these would compute something false); what
/// a mark says that is no longer, or by intent not, true of its number; and which numbers of a rate are the few that were promised.
/// The search for values (``Puzzle``, ``Room``) knows none of them.
struct Evidence {
  struct Unknown {
    let number: Int
    let mayBeNegative: Bool
    /// Something that was published before tells of it.
    var isOld: Bool
    /// Printed, before or now.
    var isShownBefore = false
    var isShown = false
    /// It is at least so much, as other figures show; and as those show that were published before.
    var least = 0
    var leastBefore = 0
  }
  private struct Name: Hashable {
    let spot: Spot
    let number: Int
  }

  private(set) var reading: Reading
  let definitions: Definitions
  private(set) var unknowns: [Unknown] = []
  private(set) var equations: [(equation: Equation, isOld: Bool)] = []
  private(set) var secrets: [Secret] = []
  private(set) var marks: [(mark: Mark, isOld: Bool)] = []
  /// By unknown, the cells about to be published that tell it, or whose mark tells that it is small.
  private(set) var clues: [Int: [Clue]] = [:]
  private var names: [Name: Int] = [:]
  private var sums: [[Weight]: Int] = [:]
  private var places: [Equation: Int] = [:]
  private var markPlaces: [Mark: Int] = [:]
  private var seenSecrets: Set<Secret> = []

  init(_ published: [Publication], _ upcoming: [Publication], _ definitions: Definitions) {
    self.definitions = definitions
    reading = Reading(definitions)
    let all = published + upcoming
    let families = Families(all, &reading)
    var pages = all.indices.map { Page(isOld: $0 < published.count) }
    var months = MonthLink(start: definitions.programme.start)
    let ordered = all.indices.sorted { (all[$0].month, $0) < (all[$1].month, $1) }
    var before: Int?
    for place in ordered {
      if let before, all[before].month != all[place].month { months.turn() }
      write(all[place], families, &pages[place])
      if let before, all[before].month == all[place].month { pages[place].fill(from: pages[before]) }
      months.fillGaps(&pages[place], &self)
      before = place
      months.relate(pages[place], &self)
    }
    var kin = Kinships()
    for place in ordered { relateWithin(pages[place], &kin) }
    for place in all.indices {
      read(all[place], pages[place])
      countHeads(behind: all[place].fullTime, on: pages[place])
    }
  }

  // MARK: Unknowns

  mutating func unknown(_ spot: Spot, _ number: Int, isOld: Bool) -> Int {
    let name = Name(spot: spot, number: number)
    if let place = names[name] {
      if isOld { unknowns[place].isOld = true }
      return place
    }
    names[name] = unknowns.count
    unknowns.append(Unknown(number: number, mayBeNegative: false, isOld: isOld))
    return unknowns.count - 1
  }

  /// A sum or difference of unknowns as an unknown of its own.
  mutating func unknown(adding terms: [Weight], isOld: Bool) -> Int {
    if terms.count == 1, terms[0].times == 1 { return terms[0].place }
    let place: Int
    if let known = sums[terms] {
      place = known
      if isOld { unknowns[place].isOld = true }
    } else {
      place = unknowns.count
      sums[terms] = place
      unknowns.append(Unknown(number: terms.sum(number), mayBeNegative: true, isOld: isOld))
    }
    relate(Equation([Weight](adding: terms.map { ($0.place, $0.times) } + [(place, -1)]), 0, 0), isOld: isOld)
    return place
  }

  func number(_ unknown: Int) -> Int { unknowns[unknown].number }

  mutating func show(_ unknown: Int, isOld: Bool) {
    unknowns[unknown].isShown = true
    if isOld { unknowns[unknown].isShownBefore = true }
  }

  mutating func raise(_ unknown: Int, to least: Int, isOld: Bool) {
    guard least <= number(unknown) else { return }
    unknowns[unknown].least = max(unknowns[unknown].least, least)
    if isOld { unknowns[unknown].leastBefore = max(unknowns[unknown].leastBefore, least) }
  }

  // MARK: Equations

  /// Keeps an equation that says something, and nothing false.
  mutating func relate(_ equation: Equation, isOld: Bool) {
    guard equation.terms.count > 1, equation.holds(for: number) else { return }
    let isOld = isOld && equation.terms.allSatisfy { unknowns[$0.place].isOld }
    if let place = places[equation] {
      if isOld { equations[place].isOld = true }
      return
    }
    places[equation] = equations.count
    equations.append((equation, isOld))
  }

  mutating func keep(_ secret: Secret) {
    if seenSecrets.insert(secret).inserted { secrets.append(secret) }
  }

  mutating func keep(_ clue: Clue, of unknown: Int) {
    if clues[unknown]?.contains(clue) != true { clues[unknown, default: []].append(clue) }
  }

  mutating func keep(_ mark: Mark, isOld: Bool) {
    if let place = markPlaces[mark] {
      if isOld { marks[place].isOld = true }
      return
    }
    markPlaces[mark] = marks.count
    marks.append((mark, isOld))
  }

  mutating func told(by key: Figures.Key) -> Reading.Told? { reading.told(by: key.indicator, in: key.cell) }

  func stretch(_ horizon: Horizon, _ month: Month) -> ClosedRange<Month>? {
    // A month before the programme's start has no year of it.
    month < definitions.programme.start && horizon != .mois
      ? nil : horizon.period(endingWith: month, start: definitions.programme.start)
  }
}
