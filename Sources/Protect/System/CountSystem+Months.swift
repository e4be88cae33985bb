import Domain

/// Relations of a publication to one of an earlier month.
extension CountSystem {
  mutating func relate(_ earlier: Int, to later: Int) {
    let (before, month) = (publications[earlier].month, publications[later].month)
    let (old, new) = (spots[earlier], spots[later])
    for (spot, unknown) in new.sorted(by: { $0.value < $1.value }) {
      let count = counts.all[spot.count]
      guard !count.isMade, count.unit != .employee else { continue }
      if spot.horizon == .mois {
        if count.unit == .person, before.advanced(by: 1) == month, let past = old[spot] {
          relateEntries(unknown, past, spot, new)
        }
        continue
      }
      // A new year begins with nothing.
      guard spot.horizon == .programme || before.year == month.year, let past = old[spot] else { continue }
      relate(.sum([past], isAtMost: unknown))
      guard before.advanced(by: 1) == month else { continue }
      if count.isFlow {
        if let gain = new[Spot(count: spot.count, horizon: .mois, cell: spot.cell)] {
          relate(.sum([past, gain], is: unknown))
        }
      } else {
        relateEntries(unknown, past, spot, new)
      }
    }
  }

  /// Whoever is counted for the first time entered in the month.
  private mutating func relateEntries(_ unknown: Int, _ past: Int, _ spot: Spot, _ new: [Spot: Int]) {
    for pair in kinship.entries where pair.persons == spot.count {
      guard let entries = new[Spot(count: pair.entries, horizon: .mois, cell: spot.cell)] else { continue }
      relate(.sum([past, entries], isAtLeast: unknown))
    }
  }
}
