import Domain
import Testing

@testable import Protect

/// The tables of design 6 that were worked by hand, with their intervals.
struct WorkedVectorTests {
  private let march = Month("2022-03")!

  /// Three associations and two sexes with all margins; `printed`: whether somebody prints the 14.
  private func table(_ definitions: Definitions = Small.definitions(), prints14: Bool = true) -> (
    SmallWorld, [String: Int]
  ) {
    var told = SmallWorld(definitions)
    let numbers = [["a f": 3, "a h": 12], ["b f": 14, "b h": 9], ["c f": 11, "c h": 16]].reduce(into: [:]) {
      $0.merge($1) { a, _ in a }
    }
    var places: [String: Int] = [:]
    for word in numbers.keys.sorted() {
      let parts = word.split(separator: " ")
      let key = Small.key("effectif", .mois, "association=\(parts[0]) sexe=\(parts[1])")
      if word == "b f", !prints14 {
        places[word] = told.number(14)
      } else {
        places[word] = told.cell(key, numbers[word]!)
      }
    }
    for (association, whole) in [("a", 15), ("b", 23), ("c", 27)] {
      let place = told.cell(Small.key("effectif", .mois, "association=\(association)"), whole)
      told.rows.append(.sum(["f", "h"].map { places["\(association) \($0)"]! }, place))
      places[association] = place
    }
    for (sex, whole) in [("f", 28), ("h", 37)] {
      let place = told.cell(Small.key("effectif", .mois, "sexe=\(sex)"), whole)
      told.rows.append(.sum(["a", "b", "c"].map { places["\($0) \(sex)"]! }, place))
      places[sex] = place
    }
    let total = told.cell(Small.key("effectif"), 65)
    told.rows += [.sum(["a", "b", "c"].map { places[$0]! }, total), .sum(["f", "h"].map { places[$0]! }, total)]
    return (told, places)
  }

  private func marks(_ told: SmallWorld, _ hidden: [String]) -> [Confidentiality] {
    told.editions[0].map { cell in
      let word = cell.key.cell.members.map(\.id).joined(separator: " ")
      return word == "a f" ? .C : hidden.contains(word) ? .D : .F
    }
  }

  private func ends(_ told: SmallWorld, _ variable: Int, knowsMarks: Bool = false) -> ClosedRange<Int>? {
    told.solutions(knowsMarks: knowsMarks, upTo: told.editions.count - 1, reach: 40).ends(of: [(variable, 1)])
  }

  @Test func theSmallCountAloneIsComputedBack() {
    var (told, places) = table()
    told.choose(marks(told, []))
    #expect(ends(told, places["a f"]!) == 3...3)
    #expect(told.leaks().told.count == 2)
  }

  @Test func aCycleOfTwoRowsAndTwoColumns() {
    var (told, places) = table()
    told.choose(marks(told, ["a h", "b f", "b h"]))
    #expect(ends(told, places["a f"]!) == 0...15)
    #expect(ends(told, places["a f"]!, knowsMarks: true) == 1...4)
    #expect(told.leaks().told.isEmpty)
    // A second funder prints the 14.
    told.choose(marks(told, ["a h", "b h"]))
    #expect(ends(told, places["a f"]!) == 3...3 && ends(told, places["b h"]!) == 9...9)
  }

  @Test(arguments: [true, false]) func aCycleIsChosen(prints14: Bool) {
    var (told, _) = table(prints14: prints14)
    let suppressed = told.publish()[0]
    #expect(told.leaks().told.isEmpty)
    // Three cells of the breakdown; one fewer where nobody prints the fourth.
    #expect(suppressed.hidden[march]?.count == (prints14 ? 3 : 2))
    #expect(suppressed.hidden[march]?.contains(Small.key("effectif")) == false)
    #expect(
      suppressed.reasons[march]?.values.contains {
        $0.contains { $0.key == Small.key("effectif", .mois, "association=a sexe=f") }
      }
        == true)
  }

  /// Exits of the year: 12 up to February, 15 up to March; the month's 3 are hidden.
  @Test(arguments: [true, false]) func exitsOfTheYear(isPublished: Bool) {
    var told = SmallWorld(Small.definitions(start: "2022-01"))
    let before = told.cell(Small.key("sorties", .annee), 12, "2022-02")
    told.nextEdition()
    let gain = told.cell(Small.key("sorties"), 3, "2022-03")
    let now = told.cell(Small.key("sorties", .annee), 15, "2022-03")
    told.rows.append(.sum([before, gain], now))
    if isPublished {
      let suppressed = told.publish()
      #expect(suppressed[0].hidden[Month("2022-02")!]?.isEmpty != false)
      #expect(suppressed[1].hidden[march] == [Small.key("sorties", .annee)])
      #expect(told.leaks().told.isEmpty)
    } else {
      // Both are about to be told: the one or the other.
      let publications = told.editions.map { edition in
        Publication(
          month: edition[0].month, figures: Figures(month: edition[0].month, edition.map(told.figure)),
          printed: Set(edition.map(\.key)), hidden: [:])
      }
      let suppressed = suppress(Disclosure(published: [], upcoming: publications), under: told.definitions)
      #expect(suppressed.hidden.values.reduce(0) { $0 + $1.count } == 1)
    }
  }

  /// 6 − 5 = 1 hides the rate; the exits and the dynamic ones tell it.
  @Test func aRateBesideItsParts() {
    var told = SmallWorld(Small.definitions())
    let all = told.cell(Small.key("sorties", .annee), 6)
    let dynamic = told.cell(Small.key("dynamiques", .annee), 5)
    told.print(Small.key("taux", .annee), [dynamic, all])
    told.rows.append(.atMost(dynamic, [all]))
    let suppressed = told.publish()[0]
    #expect(suppressed.hidden[march]?.count == 1)
    #expect(told.leaks().told.isEmpty)
    told.choose([.F, .F, .C])
    #expect(told.leaks().told == ["0 taux annee  in 1...1, k 5", "0 taux annee  is known from its marks"])
  }

  /// 4 + 9 + 0 = 13: one alone is nothing.
  @Test func sexes() {
    var told = SmallWorld(Small.definitions())
    let parts = [("f", 4), ("h", 9), ("x", 0), ("inconnu", 0)].map { sex, number in
      told.cell(Small.key("beneficiaires", .mois, "sexe=\(sex)"), number)
    }
    let total = told.cell(Small.key("beneficiaires"), 13)
    told.rows.append(.sum(parts, total))
    told.choose([.C, .F, .F, .F, .F])
    #expect(ends(told, parts[0]) == 4...4)
    let suppressed = told.publish()[0]
    // Not the total: another row.
    #expect(
      suppressed.hidden[march]?.isEmpty == false
        && suppressed.hidden[march]?.contains(Small.key("beneficiaires")) == false)
    #expect(told.leaks().told.isEmpty)
  }

  /// Edition 1 shows 7, edition 2 would show 8: it is hidden, and so that nobody computes it.
  @Test func aCorrectionByFew() {
    let key = Small.key("rsa", .mois, "association=a")
    let indicator = Small.catalogue["rsa"]
    let rules = Programme.Confidentiality()
    #expect(movesByFew(Small.count(key, 8), since: Small.count(key, 7), indicator, rules))
    #expect(movesByFew(Small.count(key, 3), since: Small.count(key, 7), indicator, rules))
    #expect(!movesByFew(Small.count(key, 7), since: Small.count(key, 7), indicator, rules))
    #expect(!movesByFew(Small.count(key, 12), since: Small.count(key, 7), indicator, rules))
    var told = SmallWorld(Small.definitions())
    _ = told.cell(key, 7)
    told.nextEdition()
    let all = told.cell(Small.key("beneficiaires", .mois, "association=a"), 10)
    let now = told.cell(key, 8)
    told.rows.append(.atMost(now, [all]))
    let suppressed = told.publish(keeping: [key])
    #expect(suppressed[0].hidden[march]?.isEmpty != false)
    #expect(suppressed[1].hidden[march]?.contains(key) == true)
    #expect(told.leaks().told.isEmpty)
    // Where nothing is said of it, it is shown.
    #expect(told.publish()[1].hidden[march]?.isEmpty != false)
  }

  /// Of 8 among 9 persons, 8 would be 0 to 9; among 10 hidden and 4 other shown ones no more than the difference tells.
  @Test func aCorrectionThatOthersTell() {
    let key = Small.key("femmes", .mois)
    var told = SmallWorld(Small.definitions())
    _ = told.cell(key, 7)
    told.nextEdition()
    let now = told.cell(key, 8)
    let cell = told.cell(Small.key("beneficiaires", .mois, "sexe=f"), 8)
    told.rows.append(.same(now, cell))
    let suppressed = told.publish(keeping: [key])
    #expect(suppressed[1].hidden[march] == [key, Small.key("beneficiaires", .mois, "sexe=f")])
    #expect(told.leaks().told.isEmpty)
  }
}
