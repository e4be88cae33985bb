import Domain
import Foundation
import Testing

@testable import Protect

/// Little tables against all whole numbers that could stand in them. `BILAN_TABLES=N` tries N (scripts/fuzz-suppression).
struct RandomTableTests {
  private static let wanted = ProcessInfo.processInfo.environment["BILAN_TABLES"].flatMap { Int($0) }

  /// As parts of few unknowns are looked at, and as those of many.
  @Test(arguments: [1_000, 0]) func nothingIsComputedBack(largeFrom: Int) {
    var (told, waived, hidden) = (0, 0, 0)
    for seed in 0..<(Self.wanted ?? 120) {
      var table = RandomTables.make(seed)
      _ = table.publish(largeFrom: largeFrom)
      let leaks = table.leaks()
      #expect(leaks.told.isEmpty, "seed \(seed): \(leaks.told)")
      told += leaks.told.count
      waived += leaks.waived
      hidden += table.secrets(in: table.editions.indices).count
    }
    // Without any secret nothing was tried.
    #expect(hidden > 100)
    if Self.wanted != nil { print("hidden \(hidden), told \(told), known to who knows the marks \(waived)") }
  }

  /// Of all choices of one small table the cheapest that holds.
  @Test(arguments: [1_000, 0]) func littleMoreIsLostThanMust(largeFrom: Int) {
    var (best, found, same, tables) = (0, 0, 0, 0)
    for seed in 0..<(Self.wanted ?? 60) where [0, 2, 3].contains(seed % RandomTables.makers.count) {
      var table = RandomTables.make(seed)
      _ = table.publish(largeFrom: largeFrom)
      guard table.leaks().told.isEmpty else { continue }
      let own = table.cost + table.leaks().waived * Cover.priceOfWaiver
      guard let least = cheapest(table, below: own) else { continue }
      tables += 1
      best += least
      found += own
      if own == least { same += 1 }
      if Self.wanted != nil, own != least { print("seed \(seed): \(own), could be \(least)") }
    }
    #expect(tables > 5)
    #expect(found * 100 <= best * 120, "\(found) lost, \(best) would do")
    if Self.wanted != nil { print("tables \(tables), cheapest \(same), cost \(found) for \(best)") }
  }

  /// nil: too many to try.
  private func cheapest(_ table: SmallWorld, below own: Int) -> Int? {
    let cells = table.editions[0]
    let rules = table.definitions.programme.confidentiality
    let small = cells.map {
      SmallCounts(rules).stand(in: table.figure($0), of: table.definitions.catalogue[$0.key.indicator])
    }
    let prices = cells.indices.map {
      small[$0] ? table.priceOfUnmarking(cells[$0].key) : table.price(of: cells[$0].key, cells[$0].month)
    }
    guard cells.count <= 11 else { return nil }
    let subsets = (0..<(1 << cells.count)).map { subset in
      (subset: subset, cost: cells.indices.reduce(0) { $0 + (subset >> $1 & 1) * prices[$1] })
    }.filter { $0.cost < own }.sorted { ($0.cost, $0.subset) < ($1.cost, $1.subset) }
    var least = own
    var tried = table
    for (subset, cost) in subsets where cost < least {
      tried.choose(
        cells.indices.map { place in
          subset >> place & 1 == 1 ? .D : small[place] ? .C : .F
        })
      let leaks = tried.leaks()
      if leaks.told.isEmpty { least = min(least, cost + leaks.waived * Cover.priceOfWaiver) }
    }
    return least
  }
}
