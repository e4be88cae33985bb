import Domain
import Testing

@testable import Protect

/// What told a finding. k is 5 where nothing else is said.
struct TracingTests {
  private func found(_ published: [Told] = [], _ upcoming: [Told], k: Int = 5) -> [Disclosed] {
    var definitions = Asked.definitions
    definitions.programme.confidentiality.personsThreshold = k
    return attack(
      published.map(\.publication), upcoming: upcoming.map(\.publication), under: definitions, isTraced: true)
  }

  /// `2022-05 entrees mois association=a`, or with `mark ` before it; several of one number after each other.
  private func lines(_ disclosed: Disclosed) -> [String] {
    disclosed.clues.map { told in
      told.map { clue in
        let key = clue.cell.key
        let place = [key.indicator, key.horizon.id, key.cell.text].filter { !$0.isEmpty }.joined(separator: " ")
        return (clue.kind == .mark ? "mark " : "") + "\(clue.cell.month) \(place)"
      }.joined(separator: " + ")
    }.sorted()
  }

  @Test func theTotalAndTheOthersOfARow() throws {
    let may = Told("2022-05").with(
      "entrees", .mois,
      ["": .shown(20), "association=a": .shown(9), "association=b": .shown(8), "association=c": .few(3)])
    let narrow = try #require(found([], [may]).first { $0.what == .narrow })
    #expect(
      lines(narrow) == [
        "2022-05 entrees mois", "2022-05 entrees mois association=a", "2022-05 entrees mois association=b",
      ])
  }

  /// What was published before is no clue: it cannot be kept back.
  @Test func onlyWhatIsAboutToBeTold() throws {
    let april = Told("2022-04").with("entrees", .annee, ["": .shown(12)])
    let may = Told("2022-05").with("entrees", .annee, ["": .shown(15)]).with("entrees", .mois, ["": .few(3)])
    let narrow = try #require(found([april], [may]).first { $0.what == .narrow })
    #expect(lines(narrow) == ["2022-05 entrees annee"])
  }

  /// One number that two cells tell is one clue of two cells: hiding one of them hides nothing.
  @Test func allThatTellsANumber() throws {
    let may = Told("2022-05").with("dynamiques", .mois, ["": .shown(20)]).with("durables", .mois, ["": .shown(17)])
      .with("transition", .mois, ["": .few(3)]).with("positives", .mois, ["": .shown(0)])
      .with("taux", .mois, "", .shown(20), over: 30)
    let narrow = try #require(found([], [may]).first { $0.what == .narrow && $0.key.indicator == "transition" })
    #expect(
      lines(narrow).contains("2022-05 dynamiques mois + 2022-05 taux mois"), "\(lines(narrow))")
  }

  /// Four small ones and a small total of them, k = 5: whoever knows what the marks mean knows them all.
  @Test func marksAreCluesToo() throws {
    let cells: KeyValuePairs<String, Told.Cell> = [
      "": .few(4), "association=a": .few(1), "association=b": .few(1), "association=c": .few(2),
    ]
    let exact = found([], [Told("2022-05").with("entrees", .mois, cells)], k: 5).filter { $0.what == .exact }
    #expect(exact.isEmpty, "3 to 4 in all: nothing is known")
    let three: KeyValuePairs<String, Told.Cell> = [
      "": .few(3), "association=a": .few(1), "association=b": .few(1), "association=c": .few(1),
    ]
    let known = try #require(
      found([], [Told("2022-05").with("entrees", .mois, three)], k: 4).first { $0.what == .exact })
    #expect(lines(known).contains("mark 2022-05 entrees mois"))
    #expect(lines(known).allSatisfy { $0.hasPrefix("mark ") })
  }

  @Test func whoDoesNotAskIsNotTold() {
    let may = Told("2022-05").with(
      "entrees", .mois, ["": .shown(9), "association=a": .shown(6), "association=b": .few(3)])
    let found = attack([], upcoming: [may.publication], under: Asked.definitions)
    #expect(!found.isEmpty)
    #expect(found.flatMap(\.clues).isEmpty)
  }
}
