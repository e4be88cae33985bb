import Domain

/// Equations within one page: of the same months.
extension Evidence {
  mutating func relateWithin(_ page: Page, _ kinships: inout Kinships) {
    for breakdown in page.breakdowns where !breakdown.dimensions.isEmpty { addUp(breakdown, page) }
    var present: [ClosedRange<Month>: [Int]] = [:]
    var stretches: [ClosedRange<Month>] = []
    for spot in page.order {
      let stretch = spot.first...spot.last
      if present[stretch] == nil { stretches.append(stretch) }
      present[stretch, default: []].append(spot.headcount)
    }
    for stretch in stretches {
      func unknown(_ headcount: Int) -> Int {
        page[Spot(headcount: headcount, first: stretch.lowerBound, last: stretch.upperBound)]!
      }
      let kinship = kinships.kinship(among: present[stretch]!, reading)
      for pair in kinship.parts {
        relate(Equation([unknown(pair.part)], .atMost, unknown(pair.whole)), isOld: page.isOld)
      }
      for share in kinship.shares {
        let (parts, whole) = (share.parts.map(unknown), unknown(share.whole))
        if share.isApart { relate(Equation(parts, .atMost, whole), isOld: page.isOld) }
        if share.isAll { relate(Equation(parts, .atLeast, whole), isOld: page.isOld) }
      }
    }
  }

  /// The cells of a breakdown, and those of every coarser one: the total, and of a pair either dimension.
  private mutating func addUp(_ breakdown: Page.Breakdown, _ page: Page) {
    let headcount = reading.headcounts[breakdown.base]
    let (own, older) = (page.rows[breakdown] ?? [], page.olderRows[breakdown] ?? [])
    for kept in [[]] + (breakdown.dimensions.count > 1 ? breakdown.dimensions.map { [$0] } : []) {
      let over = breakdown.dimensions.filter { !kept.contains($0) }
      var parts: [Cell: (own: [Int], all: [Int])] = [:]
      var order: [Cell] = []
      for (place, row) in (own + older).enumerated() {
        let whole = Cell(row.cell.members.filter { kept.contains($0.dimension) })
        if parts[whole] == nil { order.append(whole) }
        parts[whole, default: ([], [])].all.append(row.unknown)
        if place < own.count { parts[whole]!.own.append(row.unknown) }
      }
      for cell in order {
        guard let place = reading.place(of: breakdown.base, in: cell),
          let whole = page[
            Spot(headcount: place, first: breakdown.stretch.lowerBound, last: breakdown.stretch.upperBound)]
        else { continue }
        let rows = parts[cell]!
        let isWhole = rows.all.reduce(0) { $0 + number($1) } == number(whole)
        relate(rows.own.isEmpty || isWhole ? rows.all : rows.own, to: whole, over: over, headcount, isOld: page.isOld)
      }
    }
  }

  private mutating func relate(
    _ parts: [Int], to whole: Int, over dimensions: [Dimension], _ headcount: Headcount, isOld: Bool
  ) {
    // Rows with a blank stand in no cell; an equation that does not hold is not kept.
    if dimensions.allSatisfy(headcount.addsUp) { relate(Equation(parts, .atMost, whole), isOld: isOld) }
    if dimensions.allSatisfy(headcount.isCovered) { relate(Equation(parts, .atLeast, whole), isOld: isOld) }
  }
}

extension Headcount {
  /// Each unit stands in one member at most.
  fileprivate func addsUp(over dimension: Dimension) -> Bool {
    switch unit {
    case .path: true
    case .employee: dimension == .association || dimension == .sexe
    case .person: dimension == .sexe
    }
  }

  /// Each unit stands in one member at least. Of employees whoever works in no scheme stands in none.
  fileprivate func isCovered(by dimension: Dimension) -> Bool { unit != .employee || dimension != .dispositif }
}
