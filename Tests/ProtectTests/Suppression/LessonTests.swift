import Domain
import SeededNumbers
import Testing

@testable import Protect

/// What the attack found, taken for a demand.
struct LessonTests {
  /// Nothing that the choice knows of makes these cells secret: two counts of persons that are large, and one that is not.
  private let told = Told("2022-05").with(
    "beneficiaires", .mois,
    ["": .shown(40), "association=a": .shown(20), "association=b": .shown(15), "association=c": .shown(3)])
  private var definitions: Definitions {
    var definitions = Asked.definitions
    definitions.programme.confidentiality.personsThreshold = 5
    return definitions
  }
  private let a = cell("beneficiaires", "association=a")
  private let b = cell("beneficiaires", "association=b")
  private let total = cell("beneficiaires", "")
  private let small = cell("beneficiaires", "association=c")

  private static func cell(_ indicator: String, _ text: String) -> CellOfMonth {
    CellOfMonth(
      month: Month("2022-05")!, key: Figures.Key(indicator, .mois, Cell(text: text)!))
  }

  private func lesson(_ cell: CellOfMonth, _ clues: [[Clue]]) -> Disclosed {
    Disclosed(
      month: cell.month, key: cell.key, what: .narrow, number: .value, lowest: 3, highest: 3, clues: clues)
  }

  private func hidden(_ lessons: [Disclosed]) -> Set<String> {
    let suppressed = suppress(
      Disclosure(published: [], upcoming: [told.publication]), under: definitions, lessons: lessons)
    let hidden = (suppressed.hidden[Month("2022-05")!] ?? []).map { "hidden \($0.cell.text)" }
    return Set(hidden + (suppressed.unmarked[Month("2022-05")!] ?? []).map { "unmarked \($0.cell.text)" })
  }

  @Test func withoutLessonsNothingMoreIsHidden() { #expect(hidden([]) == []) }

  /// An association costs less than a total.
  @Test func theCheapestOfTheCluesIsHidden() {
    #expect(hidden([lesson(small, [[Clue(.figure, of: total)], [Clue(.figure, of: a)]])]) == ["hidden association=a"])
    #expect(hidden([lesson(small, [[Clue(.figure, of: total)]])]) == ["hidden "])
  }

  @Test func allThatTellsANumberIsHidden() {
    let both = [Clue(.figure, of: a), Clue(.figure, of: b)]
    #expect(hidden([lesson(small, [both])]) == ["hidden association=a", "hidden association=b"])
    #expect(
      hidden([lesson(small, [both, [Clue(.figure, of: total)]])]) == ["hidden association=a", "hidden association=b"])
  }

  @Test func marksSayLess() {
    #expect(hidden([lesson(small, [[Clue(.mark, of: small)]])]) == ["unmarked association=c"])
  }

  /// Of a cell that is hidden for another's sake alone: it holds where it is.
  @Test func aLessonOfWhatIsShownAsksForNothing() {
    #expect(hidden([lesson(a, [[Clue(.figure, of: total)]])]) == [])
    #expect(
      hidden([lesson(small, [[Clue(.figure, of: a)]]), lesson(a, [[Clue(.figure, of: b)]])])
        == ["hidden association=a", "hidden association=b"])
    // One that nothing would protect is not chosen.
    #expect(
      hidden([lesson(small, [[Clue(.figure, of: a)], [Clue(.figure, of: b)]]), lesson(a, [])]) == [
        "hidden association=b"
      ])
  }

  /// A clue that is no choice (it was published before) helps nobody.
  @Test func whatCannotBeHiddenIsNoWayOut() {
    let other = LessonTests.cell("entrees", "")
    #expect(hidden([lesson(small, [[Clue(.figure, of: other)], [Clue(.figure, of: a)]])]) == ["hidden association=a"])
    #expect(hidden([lesson(small, [[Clue(.figure, of: other), Clue(.figure, of: a)]])]) == [])
  }

  /// Learning alone, from nothing that the choice sees itself: what is hidden in the end gives nothing away.
  @Test(arguments: 1...40) func theAttackAloneTeachesEnough(seed: UInt64) throws {
    var dice = Seeded(seed)
    let table = ["a", "b", "c"].flatMap { association in
      ["f", "h"].map { (association, $0, Int.random(in: 0...14, using: &dice)) }
    }
    func sum(_ isIn: ((String, String, Int)) -> Bool) -> Int { table.filter(isIn).reduce(0) { $0 + $1.2 } }
    var numbers = [("", sum { _ in true })]
    numbers += ["a", "b", "c"].map { id in ("association=\(id)", sum { $0.0 == id }) }
    numbers += ["f", "h"].map { id in ("sexe=\(id)", sum { $0.1 == id }) }
    numbers += table.filter { $0.2 > 0 }.map { ("association=\($0.0) sexe=\($0.1)", $0.2) }
    var hidden: Set<String> = Set(numbers.filter { (1..<5).contains($0.1) }.map(\.0))
    var unmarked: Set<String> = []
    for _ in 0..<40 {
      var told = Told("2022-05")
      for (text, number) in numbers {
        let isSmall = (1..<5).contains(number)
        let cell: Told.Cell =
          !hidden.contains(text) ? .shown(number) : isSmall && !unmarked.contains(text) ? .few(number) : .other(number)
        told = told.with("effectif", .mois, [text: cell])
      }
      let found = attack([], upcoming: [told.publication], under: definitions, isTraced: true)
      guard let first = found.first else { return }
      // A rule of thumb, not the cheapest: it must end all the same.
      let clue = try #require(first.clues.min { ($0.first?.kind == .mark ? 1 : 0) < ($1.first?.kind == .mark ? 1 : 0) })
      for one in clue {
        if one.kind == .figure {
          hidden.insert(one.cell.key.cell.text)
        } else {
          unmarked.insert(one.cell.key.cell.text)
        }
      }
    }
    Issue.record("it did not end")
  }
}
