import Domain

/// Relations of publications to those of earlier months.
extension CountSystem {
  /// A number as one publication has it.
  private struct Point {
    let publication: Int
    let month: Month
    let unknown: Int
  }
  /// Where each number stands over time, oldest first.
  private typealias Course = [Spot: [Point]]

  /// To the nearest month before that has the number: an évolution may tell a few numbers of a month that nothing else is known of.
  mutating func relateMonths() {
    var course: Course = [:]
    for place in publications.indices.sorted(by: { (publications[$0].month, $0) < (publications[$1].month, $1) }) {
      for (spot, unknown) in spots[place] {
        course[spot, default: []].append(Point(publication: place, month: publications[place].month, unknown: unknown))
      }
    }
    for place in publications.indices {
      let month = publications[place].month
      for (spot, unknown) in spots[place].sorted(by: { $0.value < $1.value }) {
        let count = counts.all[spot.count]
        guard !count.isMade, count.unit != .employee else { continue }
        let point = Point(publication: place, month: month, unknown: unknown)
        let earlier = course[spot]!.filter { $0.month < month && isGoingOn(spot.horizon, from: $0.month, to: month) }
        let nearest = distinct(earlier.filter { $0.month == earlier.last!.month }.map(\.unknown))
        if spot.horizon == .mois {
          relateMonth(point, spot, earlier.last?.month, nearest, course)
        } else {
          relateSpan(point, spot, earlier.last?.month, nearest, course)
        }
        if spot.horizon == .programme { relateYears(point, spot, course) }
      }
    }
  }

  /// A new year begins with nothing.
  private func isGoingOn(_ horizon: Horizon, from earlier: Month, to month: Month) -> Bool {
    horizon != .annee || earlier.year == month.year
  }

  /// Of persons alone: who is there was there the month before, or entered.
  private mutating func relateMonth(
    _ point: Point, _ spot: Spot, _ before: Month?, _ nearest: [Int], _ course: Course
  ) {
    guard counts.all[spot.count].unit == .person, before == point.month.advanced(by: -1) else { return }
    for past in nearest { relateEntries(point, past, spot) }
  }

  /// What was counted up to a month before is counted still; and the months between are all that came.
  private mutating func relateSpan(
    _ point: Point, _ spot: Spot, _ before: Month?, _ nearest: [Int], _ course: Course
  ) {
    let first = before?.advanced(by: 1) ?? spot.horizon.period(endingWith: point.month, start: start).lowerBound
    let gains = gains(of: point, spot, from: first, course)
    for past in nearest.isEmpty ? [nil] : nearest.map(Optional.init) {
      let parts = [past].compactMap { $0 } + gains.unknowns
      if let past { relate(.sum([past], isAtMost: point.unknown)) }
      if counts.all[spot.count].isFlow {
        relate(gains.isAll ? .sum(parts, is: point.unknown) : .sum(parts, isAtMost: point.unknown))
      } else {
        // A person of two months counts once.
        if gains.isAll { relate(.sum(parts, isAtLeast: point.unknown)) }
        if let past, before == point.month.advanced(by: -1) { relateEntries(point, past, spot) }
      }
    }
  }

  /// The months from one on, each by its own number; and whether there is one for each of them, or it is known to be 0.
  private func gains(of point: Point, _ spot: Spot, from first: Month, _ course: Course) -> (
    unknowns: [Int], isAll: Bool
  ) {
    let monthly = Spot(count: spot.count, horizon: .mois, cell: spot.cell)
    let whole = Spot(count: spot.count, horizon: .mois, cell: .total)
    var unknowns: [Int] = []
    var isAll = true
    var month = first
    while month <= point.month {
      if month == point.month, let own = spots[point.publication][monthly] {
        unknowns.append(own)
      } else if let newest = course[monthly]?.last(where: { $0.month == month }) {
        unknowns.append(newest.unknown)
      } else if !isBroken(down: monthly) || course[whole]?.contains(where: { $0.month == month }) != true {
        // The others have no row where there is nothing to count.
        isAll = false
      }
      month = month.advanced(by: 1)
    }
    return (unknowns, isAll)
  }

  /// Up to December and since January is since the start.
  private mutating func relateYears(_ point: Point, _ spot: Spot, _ course: Course) {
    let isFlow = counts.all[spot.count].isFlow
    let yearly = Spot(count: spot.count, horizon: .annee, cell: spot.cell)
    guard let year = spots[point.publication][yearly] else { return }
    let december = Month(year: point.month.year - 1, number: 12)
    let points = course[spot]!
    for past in distinct(points.filter { $0.month == december }.map(\.unknown)) {
      relate(isFlow ? .sum([past, year], is: point.unknown) : .sum([past, year], isAtLeast: point.unknown))
    }
    // What there was up to December is the same all year.
    guard isFlow, let earlier = points.last(where: { $0.month < point.month && $0.month.year == point.month.year }),
      let before = spots[earlier.publication][yearly]
    else { return }
    relate(Relation([(point.unknown, 1), (year, -1), (earlier.unknown, -1), (before, 1)], lower: 0, upper: 0))
  }

  /// Whoever is counted for the first time entered in the month.
  private mutating func relateEntries(_ point: Point, _ past: Int, _ spot: Spot) {
    for pair in kinship.entries where pair.persons == spot.count {
      guard let entries = spots[point.publication][Spot(count: pair.entries, horizon: .mois, cell: spot.cell)]
      else { continue }
      relate(.sum([past, entries], isAtLeast: point.unknown))
    }
  }
}
