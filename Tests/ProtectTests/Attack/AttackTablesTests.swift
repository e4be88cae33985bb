import Domain
import Testing

@testable import Protect

/// Small tables of employees by association and sex, against every table that there could be. k is 3.
struct AttackTablesTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// Of cells af, ah, bf, bh: which each printed number adds up.
  private static let sums: [(text: String, cells: [Int])] = [
    ("", [0, 1, 2, 3]), ("association=a", [0, 1]), ("association=b", [2, 3]), ("sexe=f", [0, 2]), ("sexe=h", [1, 3]),
    ("association=a sexe=f", [0]), ("association=a sexe=h", [1]), ("association=b sexe=f", [2]),
    ("association=b sexe=h", [3]),
  ]
  private static let k = 3

  private static func sum(_ place: Int, _ cells: [Int]) -> Int { sums[place].cells.reduce(0) { $0 + cells[$1] } }

  private func told(_ truth: [Int], _ dice: inout Dice) -> [Told.Cell] {
    Self.sums.indices.map { place in
      let number = Self.sum(place, truth)
      if (1..<Self.k).contains(number) {
        return Int.random(in: 0...3, using: &dice) == 0 ? .other(number) : .few(number)
      }
      return Int.random(in: 0...2, using: &dice) == 0 ? .shown(number) : .other(number)
    }
  }

  private func agrees(_ cell: Told.Cell, _ number: Int, marked: Bool) -> Bool {
    switch cell {
    case .shown(let shown): return number == shown
    case .few: return !marked || (1..<Self.k).contains(number)
    case .other(let truth):
      return !marked || (1..<Self.k).contains(truth) || number == 0 || number >= Self.k
    case .unprinted: return true
    }
  }

  /// All tables whose numbers agree with what is printed, and with what the marks say.
  private func tables(_ cells: [Told.Cell], marked: Bool) -> [[Int]] {
    var found: [[Int]] = []
    for code in 0..<28_561 {
      let table = [code % 13, code / 13 % 13, code / 169 % 13, code / 2197]
      let agrees = Self.sums.indices.allSatisfy { self.agrees(cells[$0], Self.sum($0, table), marked: marked) }
      if agrees { found.append(table) }
    }
    return found
  }

  private func lines(_ cells: [Told.Cell], _ what: String) -> [String] {
    let tables = tables(cells, marked: what == "exact")
    return cells.indices.compactMap { place in
      guard let mark = cells[place].mark else { return nil }
      let numbers = tables.map { Self.sum(place, $0) }
      let (low, high) = (numbers.min()!, numbers.max()!)
      let isFew = mark == .C || (1..<Self.k).contains(cells[place].number)
      guard what == "narrow" ? high - low < Self.k : isFew && low == high else { return nil }
      return "\(what) 2022-05 effectif mois\(place == 0 ? "" : " ")\(Self.sums[place].text) [\(low), \(high)]"
    }
  }

  @Test(arguments: 1...40)
  func everyTable(seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 104_729)
    let truth = (0..<4).map { _ in Int.random(in: 0...3, using: &dice) }
    let cells = told(truth, &dice)
    var told = Told("2022-05").with(
      "effectif", .mois, ["association=c": .shown(0), "sexe=x": .shown(0), "sexe=inconnu": .shown(0)])
    for (place, cell) in cells.enumerated() { told = told.with("effectif", .mois, [Self.sums[place].text: cell]) }
    #expect(attacked(upcoming: [told], k: Self.k) == lines(cells, "narrow") + lines(cells, "exact"))
  }
}
