import Domain
import Testing

@testable import Protect

/// How the choice gives way to what the attack finds.
struct GiveWayTests {
  private static let month = Month("2022-05")!
  private static func key(_ association: String, _ indicator: String = "entrees") -> Figures.Key {
    Figures.Key(indicator, .mois, Cell([Cell.Member(.association, association)]))
  }

  /// 3, 7, 0 and 9 entries, and 4 employees.
  private let definitions: Definitions
  private let disclosure: Disclosure

  init() {
    func indicator(_ id: String, _ measure: Measure) -> Indicator {
      var indicator = Indicator(
        id: id, label: Label(fr: id), definition: Label(fr: id), unit: .personnes, decimals: 0, term: Term(measure),
        breakdowns: [[.association]], horizons: [.mois])
      indicator.countsPersons = true
      return indicator
    }
    let programme = Programme(
      id: "p", label: Label(fr: "P"), start: Month("2022-01")!,
      territory: Territory(id: "t", label: Label(fr: "T"), communes: []), axes: [], instances: [], associations: [])
    definitions = Definitions(
      programme: programme,
      catalogue: Catalogue([
        indicator("entrees", .countPaths(.date_entree, minimumStay: false)),
        indicator("effectif", .countStock(.salarie)),
      ]), funders: [], reference: Reference(vintages: [], fullTimeHours: []), acknowledged: Acknowledged())
    func figure(_ key: Figures.Key, _ count: Int) -> Figure {
      Figure(
        indicator: key.indicator, horizon: key.horizon, cell: key.cell, value: Rational(count), status: .A,
        personCounts: [Rational(count)])
    }
    let figures = Figures(
      month: Self.month,
      [("a", 3), ("b", 7), ("c", 0), ("d", 9)].map { figure(Self.key($0.0), $0.1) } + [
        figure(Self.key("b", "effectif"), 8)
      ])
    disclosure = Disclosure(
      published: [],
      upcoming: [Publication(month: Self.month, figures: figures, printed: Set(figures.all.map(\.key)), hidden: [:])])
  }

  private func found(_ key: Figures.Key, _ range: ClosedRange<Int>) -> Disclosed {
    Disclosed(
      month: Self.month, key: key, what: .exact, number: .value, lowest: range.lowerBound, highest: range.upperBound)
  }

  private func given(_ step: GivingWay, known: [Disclosed] = []) -> (
    hidden: Set<Figures.Key>, unmarked: Set<Figures.Key>
  ) {
    var disclosure = disclosure
    disclosure.giveWay(step, to: [found(Self.key("b"), 7...7)], known: known, under: definitions)
    return (Set(disclosure.upcoming[0].hidden.keys), disclosure.unmarked[Self.month] ?? [])
  }

  @Test func besideItIsHiddenAndNoMarkSaysSmall() {
    #expect(given(.beside).hidden == [Self.key("b")])
    #expect(given(.beside).unmarked == [Self.key("a")])
  }

  /// All of these exports, and none of others; a 0 that everybody knows stays.
  @Test func thenAllOfTheseExports() {
    #expect(given(.all).hidden == [Self.key("b"), Self.key("c"), Self.key("d")])
    #expect(given(.all, known: [found(Self.key("c"), 0...0)]).hidden == [Self.key("b"), Self.key("d")])
    #expect(given(.all, known: [found(Self.key("d"), 9...9)]).hidden == [Self.key("b"), Self.key("c"), Self.key("d")])
  }

  @Test func whatIsKnownAnywayIsNoCloser() {
    let known = [found(Self.key("b"), 3...7)]
    #expect(found(Self.key("b"), 3...7).isNoCloser(than: known))
    #expect(found(Self.key("b"), 2...7).isNoCloser(than: known))
    #expect(!found(Self.key("b"), 4...7).isNoCloser(than: known))
    #expect(!found(Self.key("d"), 3...7).isNoCloser(than: known))
  }
}
