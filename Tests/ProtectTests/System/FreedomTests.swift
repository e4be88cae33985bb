import Domain
import Testing

@testable import Protect

struct FreedomTests {
  private static let whole = Small.key("sorties")
  private static func part(_ scheme: String) -> Figures.Key { Small.key("sorties", .mois, "dispositif=\(scheme)") }

  private func system(_ figures: [Figure]) -> CountSystem { SystemOf.figures([("2022-03", figures)]) }

  private let figures = [
    Small.count(part("aci"), 3), Small.count(part("ei"), 4), Small.count(part("ai"), 5), Small.count(whole, 12),
  ]

  private func freedom(_ shown: Set<Figures.Key>) -> (Freedom, CountSystem) {
    let system = system(figures)
    return (
      Freedom(system, known: system.unknowns.map { shown.contains(Figures.Key("sorties", $0.horizon, $0.cell)) }),
      system
    )
  }

  @Test func whatIsKnownDoesNotMove() {
    let (freedom, system) = freedom([Self.whole])
    let place = system.spots[0][SystemOf.spot("sorties")]!
    #expect(freedom.isFixed(place))
    // The three share 12.
    for (scheme, truth) in [("aci", 3), ("ei", 4), ("ai", 5)] {
      let part = system.spots[0][SystemOf.spot("sorties", .mois, "dispositif=\(scheme)")]!
      #expect(freedom.down[part] == truth && freedom.up[part] == 12 - truth)
    }
  }

  @Test func theLastOneFollows() {
    let (freedom, system) = freedom([Self.whole, Self.part("aci"), Self.part("ei")])
    #expect(system.unknowns.indices.allSatisfy(freedom.isFixed))
    #expect(freedom.parts(system).isEmpty)
  }

  @Test func withoutAWholeThereIsNoEnd() {
    let (freedom, system) = freedom([Self.part("aci")])
    let whole = system.spots[0][SystemOf.spot("sorties")]!
    let part = system.spots[0][SystemOf.spot("sorties", .mois, "dispositif=ei")]!
    #expect(freedom.up[part] >= Freedom.endless && freedom.down[part] == 4)
    // As little as what is known of it.
    #expect(freedom.down[whole] == 9 && freedom.up[whole] >= Freedom.endless)
  }

  @Test func partsShareNothing() {
    var all = figures
    all.append(Small.count(Small.key("effectif"), 20))
    all.append(Small.count(Small.key("effectif", .mois, "sexe=f"), 20))
    all.append(Small.count(Small.key("effectif", .mois, "sexe=h"), 0))
    let system = system(all)
    let none = [Bool](repeating: false, count: system.unknowns.count)
    let parts = Freedom(system, known: none).parts(system)
    #expect(parts.map(\.count).sorted() == [3, 4] && parts.flatMap { $0 }.sorted() == Array(system.unknowns.indices))
    // What belongs together stands together.
    let joined = Freedom(system, known: none).parts(system, joined: [[parts[0][0], parts[1][0]]])
    #expect(joined.count == 1 && joined[0] == Array(system.unknowns.indices))
    // A known number joins nothing.
    var known = none
    known[parts[1][0]] = true
    #expect(Freedom(system, known: known).parts(system, joined: [[parts[0][0], parts[1][0]]]).count >= 2)
  }

  /// Rows of a pair stand only where there is something to count, and so does elsewhere.
  @Test(arguments: [("association=a sexe=f", 2), ("commune=ailleurs", 2), ("commune=62427", 3), ("sexe=f", 3), ("", 3)])
  func theLeast(cell: String, down: Int) {
    let system = system([Small.count(Small.key("effectif", .mois, cell), 3)])
    #expect(Freedom(system, known: [false]).down == [down])
  }

  /// A row of two thousand, and bounds as of one.
  @Test(.timeLimit(.minutes(1))) func longRows() {
    var all = (0..<2_000).map { Small.count(Small.key("sorties", .mois, "association=a\($0)"), 1) }
    all.append(Small.count(Self.whole, 2_000))
    let system = system(all)
    let whole = system.spots[0][SystemOf.spot("sorties")]!
    var known = [Bool](repeating: false, count: system.unknowns.count)
    known[whole] = true
    let freedom = Freedom(system, known: known)
    #expect(freedom.up.max() == 1_999 && freedom.down.max() == 1)
  }
}
