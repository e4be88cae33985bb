import Domain

/// Relations of one publication.
extension CountSystem {
  mutating func relateWithin(_ place: Int) {
    let spots = self.spots[place]
    let ordered = spots.sorted { $0.value < $1.value }
    relateBreakdowns(ordered, spots)
    relateHorizons(ordered, spots, month: publications[place].month)
    relateKin(ordered, spots)
    relateMade(ordered, spots)
  }

  /// Cells of a breakdown to those of every coarser one.
  private mutating func relateBreakdowns(_ ordered: [(key: Spot, value: Int)], _ spots: [Spot: Int]) {
    var members: [Spot: [[Dimension]: [Int]]] = [:]
    var order: [Spot] = []
    for (spot, unknown) in ordered where !spot.cell.members.isEmpty {
      for kept in subsets(of: spot.cell.members) {
        let whole = Spot(count: spot.count, horizon: spot.horizon, cell: Cell(kept))
        guard spots[whole] != nil else { continue }
        if members[whole] == nil { order.append(whole) }
        members[whole, default: [:]][spot.cell.dimensions, default: []].append(unknown)
      }
    }
    for spot in order {
      let whole = spots[spot]!
      for (dimensions, parts) in members[spot]!.sorted(by: { $0.value[0] < $1.value[0] }) {
        let over = dimensions.filter { spot.cell[$0] == nil }
        let sum = parts.reduce(0) { $0 + truth($1) }
        if over.allSatisfy(counts.all[spot.count].addsUp), sum <= truth(whole) {
          // Rows with a blank stand in no member.
          relate(sum == truth(whole) ? .sum(parts, is: whole) : .sum(parts, isAtMost: whole))
        } else if !counts.all[spot.count].isMade {
          for part in parts { relate(.sum([part], isAtMost: whole)) }
          relate(.sum(parts, isAtLeast: whole))
        }
      }
    }
  }

  private func subsets(of members: [Cell.Member]) -> [[Cell.Member]] {
    members.count < 2 ? [[]] : [[], [members[0]], [members[1]]]
  }

  /// A period within a longer one.
  private mutating func relateHorizons(
    _ ordered: [(key: Spot, value: Int)], _ spots: [Spot: Int], month: Month
  ) {
    for (spot, unknown) in ordered {
      let count = counts.all[spot.count]
      guard !count.isMade, count.unit != .employee else { continue }
      let period = spot.horizon.period(endingWith: month, start: start)
      for longer in Horizon.allCases where longer > spot.horizon {
        guard let other = spots[Spot(count: spot.count, horizon: longer, cell: spot.cell)] else { continue }
        let isSame = longer.period(endingWith: month, start: start) == period
        relate(isSame ? .same(unknown, other) : .sum([unknown], isAtMost: other))
      }
    }
  }

  /// Counts of the same period and cell that are parts of each other.
  private mutating func relateKin(_ ordered: [(key: Spot, value: Int)], _ spots: [Spot: Int]) {
    for (spot, unknown) in ordered {
      func other(_ count: Int) -> Int? { spots[Spot(count: count, horizon: spot.horizon, cell: spot.cell)] }
      for pair in kinship.parts where pair.part == spot.count {
        if let whole = other(pair.whole) { relate(.sum([unknown], isAtMost: whole)) }
      }
      for share in kinship.shares where share.whole == spot.count {
        let parts = share.parts.compactMap(other)
        guard parts.count > 1 else { continue }
        let isAll = share.isAll && parts.count == share.parts.count
        relate(isAll ? .sum(parts, is: unknown) : .sum(parts, isAtMost: unknown))
        if isAll { relate(.sum(parts, isAtLeast: unknown)) }
      }
      for twin in kinship.twins where twin.count == spot.count && spot.cell[twin.member.dimension] == nil {
        let cell = Cell(spot.cell.members + [twin.member])
        guard let same = spots[Spot(count: twin.of, horizon: spot.horizon, cell: cell)] else { continue }
        relate(.same(unknown, same))
      }
      relateAnswers(unknown, spot, spots)
    }
  }

  /// Those whose field is filled in are those of its members, and all but those of the row for nobody knows.
  private mutating func relateAnswers(_ known: Int, _ spot: Spot, _ spots: [Spot: Int]) {
    for answer in kinship.answers where answer.known == spot.count && spot.cell[answer.dimension] == nil {
      func other(_ id: String?) -> Int? {
        let members = id.map { [Cell.Member(answer.dimension, $0)] } ?? []
        return spots[Spot(count: answer.of, horizon: spot.horizon, cell: Cell(spot.cell.members + members))]
      }
      let parts = answer.ids.compactMap(other)
      for part in parts { relate(.sum([part], isAtMost: known)) }
      let isExact =
        counts.all[answer.of].addsUp(over: answer.dimension) && parts.reduce(0) { $0 + truth($1) } == truth(known)
      if !parts.isEmpty { relate(isExact ? .sum(parts, is: known) : .sum(parts, isAtLeast: known)) }
      if let unknown = other("inconnu"), let whole = other(nil) { relate(.sum([known, unknown], is: whole)) }
    }
  }

  /// Differences and sums, to the counts that they are made of.
  private mutating func relateMade(_ ordered: [(key: Spot, value: Int)], _ spots: [Spot: Int]) {
    let made = counts.figures.values.compactMap { figure -> (Int, [Int: Int])? in
      if case .made(let made, let parts) = figure { (made, parts) } else { nil }
    }
    guard !made.isEmpty else { return }
    for (spot, unknown) in ordered {
      for (count, parts) in made where count == spot.count {
        let terms = parts.sorted { $0.key < $1.key }.compactMap { part, sign in
          spots[Spot(count: part, horizon: spot.horizon, cell: spot.cell)].map { ($0, sign) }
        }
        guard terms.count == parts.count else { continue }
        relate(Relation(terms + [(unknown, -1)], lower: 0, upper: 0))
      }
    }
  }
}
