import Domain

/// Equations from a page to those of earlier months: what was counted up to then, and since.
struct MonthLink {
  private struct Start: Hashable {
    let headcount: Int
    let first: Month
  }

  let start: Month
  /// All states of a number that pages of earlier months told.
  private var states: [Spot: [Int]] = [:]
  /// Up to which earlier month a headcount was told that begins there.
  private var told: [Start: Month] = [:]
  private var newest: [Spot] = []
  private var newStates: [Spot: [Int]] = [:]

  init(start: Month) { self.start = start }

  /// A later month begins: what was told until here is earlier now.
  mutating func turn() {
    for spot in newest {
      states[spot] = newStates[spot]
      let key = Start(headcount: spot.headcount, first: spot.first)
      told[key] = max(told[key] ?? spot.last, spot.last)
    }
    newest = []
    newStates = [:]
  }

  /// The month that nobody prints stands between two years that somebody does.
  func fillGaps(_ page: inout Page, _ evidence: inout Evidence) {
    for spot in page.order where evidence.reading.headcounts[spot.headcount].isPath {
      guard let month = told[Start(headcount: spot.headcount, first: spot.first)], month < spot.last,
        let old = states[Spot(headcount: spot.headcount, first: spot.first, last: month)]?.last
      else { continue }
      let gap = Spot(headcount: spot.headcount, first: month.advanced(by: 1), last: spot.last)
      let gain = evidence.number(page[spot]!) - evidence.number(old)
      guard page[gap] == nil, gain >= 0 else { continue }
      page.write(evidence.unknown(gap, gain, isOld: page.isOld), at: gap)
    }
  }

  mutating func relate(_ page: Page, _ evidence: inout Evidence) {
    let entries = entries(on: page, evidence.reading)
    for spot in page.order {
      let unknown = page[spot]!
      if newStates[spot]?.contains(unknown) != true {
        if newStates[spot] == nil { newest.append(spot) }
        newStates[spot, default: []].append(unknown)
      }
      let headcount = evidence.reading.headcounts[spot.headcount]
      guard headcount.goesOn, !headcount.isOfUnknownSex else { continue }
      relateParts(of: spot, headcount, page, &evidence)
      relateEarlier(of: spot, headcount, entries, page, &evidence)
    }
  }

  /// What ends with it and begins later: what is before is the rest of it.
  private func relateParts(of spot: Spot, _ headcount: Headcount, _ page: Page, _ evidence: inout Evidence) {
    let unknown = page[spot]!
    for first in firsts(after: spot, page) {
      let part = page[Spot(headcount: spot.headcount, first: first, last: spot.last)]!
      evidence.relate(Equation([part], .atMost, unknown), isOld: page.isOld)
      let rest = Spot(headcount: spot.headcount, first: spot.first, last: first.advanced(by: -1))
      for old in states[rest] ?? [] {
        evidence.relate(Equation([old, part], headcount.isPath ? .equal : .atLeast, unknown), isOld: page.isOld)
      }
    }
  }

  private func firsts(after spot: Spot, _ page: Page) -> [Month] {
    let year = max(start, Month(year: spot.last.year, number: 1))
    var firsts = [year, spot.last]
    if let month = told[Start(headcount: spot.headcount, first: spot.first)] { firsts.append(month.advanced(by: 1)) }
    return Set(firsts).sorted().filter {
      $0 > spot.first && page[Spot(headcount: spot.headcount, first: $0, last: spot.last)] != nil
    }
  }

  /// Persons stay counted to the end of the stretch; whoever is new among them entered since.
  private func relateEarlier(
    of spot: Spot, _ headcount: Headcount, _ entries: [Int: [Int]], _ page: Page, _ evidence: inout Evidence
  ) {
    let unknown = page[spot]!
    let before = Start(headcount: spot.headcount, first: spot.first)
    if let month = told[before], month < spot.last {
      for old in states[Spot(headcount: spot.headcount, first: spot.first, last: month)] ?? [] {
        evidence.relate(Equation([old], .atMost, unknown), isOld: page.isOld)
        relateEntries(from: old, after: month, to: spot, entries, page, &evidence)
      }
    }
    guard spot.first == spot.last, headcount.unit == .person else { return }
    let month = spot.last.advanced(by: -1)
    for old in states[Spot(headcount: spot.headcount, first: month, last: month)] ?? [] {
      relateEntries(from: old, after: month, to: spot, entries, page, &evidence)
    }
  }

  private func relateEntries(
    from old: Int, after month: Month, to spot: Spot, _ entries: [Int: [Int]], _ page: Page, _ evidence: inout Evidence
  ) {
    for entry in entries[spot.headcount] ?? [] {
      guard let new = page[Spot(headcount: entry, first: month.advanced(by: 1), last: spot.last)] else { continue }
      evidence.relate(Equation([old, new], .atLeast, page[spot]!), isOld: page.isOld)
    }
  }

  /// By headcount of persons, those of paths on which they enter.
  private func entries(on page: Page, _ reading: Reading) -> [Int: [Int]] {
    let all = Set(page.order.map(\.headcount)).sorted()
    let paths = all.filter { reading.headcounts[$0].isPath }
    return all.reduce(into: [:]) { entries, persons in
      guard reading.headcounts[persons].unit == .person else { return }
      let ways = paths.filter { reading.headcounts[persons].enters(by: reading.headcounts[$0]) }
      // The narrowest say the most; but for a page that does not tell them, others stand in.
      entries[persons] = ways
    }
  }
}
