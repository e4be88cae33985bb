import Domain
import Testing

@testable import Protect

struct CountKinshipTests {
  private let counts = PersonCounts(Small.catalogue)
  private var kinship: CountKinship { CountKinship(counts) }

  private func place(_ id: String) -> Int {
    guard case .count(let count)? = counts.figures[id] else { return -1 }
    return count
  }

  private func isPart(_ part: String, _ whole: String) -> Bool {
    kinship.parts.contains { $0 == (place(part), place(whole)) }
  }

  @Test func partsOfWholes() {
    for part in ["femmes", "rsa", "rqth"] { #expect(isPart(part, "beneficiaires") && !isPart("beneficiaires", part)) }
    for part in ["durables", "transition", "positives"] {
      #expect(isPart(part, "dynamiques") && isPart(part, "sorties"))
    }
    #expect(isPart("dynamiques", "sorties") && !isPart("femmes", "rsa") && !isPart("sorties", "entrees"))
    #expect(!kinship.parts.contains { counts.all[$0.part].isMade || counts.all[$0.whole].isMade })
  }

  @Test func threeKindsAreAllOfTheDynamicOnes() throws {
    let kinds = ["durables", "transition", "positives"].map(place)
    let dynamic = try #require(kinship.shares.first { $0.whole == place("dynamiques") })
    #expect(dynamic.parts == kinds && dynamic.isAll)
    let all = try #require(kinship.shares.first { $0.whole == place("sorties") })
    #expect(all.parts == kinds && !all.isAll)
  }

  private func kinship(_ indicators: Indicator...) -> (CountKinship, PersonCounts) {
    let counts = PersonCounts(Catalogue(indicators))
    return (CountKinship(counts), counts)
  }

  @Test func rangesThatExcludeEachOther() {
    func months(_ id: String, _ from: Int, _ to: Int?) -> Indicator {
      Small.indicator(id, .countPersons, [Condition(.mois_chomage, .range(from: from, to: to))])
    }
    let (apart, _) = kinship(Small.indicator("all", .countPersons), months("deld", 12, 23), months("detld", 24, nil))
    #expect(apart.shares.map(\.parts) == [[1, 2]] && apart.shares.map(\.isAll) == [false])
    // Some stand in both.
    let (crossing, _) = kinship(Small.indicator("all", .countPersons), months("a", 12, 24), months("b", 24, nil))
    #expect(crossing.shares.isEmpty)
  }

  @Test func yesAndNoAreAllThatIsKnown() {
    func rsa(_ id: String, _ test: Condition.Test) -> Indicator {
      Small.indicator(id, .countPersons, [Condition(.rsa, test)])
    }
    let (kin, _) = kinship(rsa("oui", .oneOf([2])), rsa("non", .oneOf([1])), rsa("connu", .known))
    #expect(kin.shares.contains { $0.parts == [0, 1] && $0.whole == 2 && $0.isAll })
    let (half, _) = kinship(rsa("oui", .oneOf([2])), rsa("connu", .known))
    #expect(half.shares.isEmpty)
  }

  @Test func aConditionAndItsContrary() {
    let (kin, _) = kinship(
      Small.indicator("all", .countPersons), Small.indicator("rsa", .countPersons, [Small.yes(.rsa)]),
      Small.indicator("autres", .countPersons, [Condition(.rsa, .oneOf([2]), isExcluded: true)]))
    #expect(kin.shares.contains { $0.parts == [1, 2] && $0.whole == 0 && $0.isAll })
  }

  @Test func womenAreACell() throws {
    let twin = try #require(kinship.twins.first { $0.count == place("femmes") })
    #expect(twin.member == Cell.Member(.sexe, "f") && twin.of == place("beneficiaires"))
    // RSA is no dimension; several codes are no one cell; what excludes is none.
    #expect(!kinship.twins.contains { $0.count == place("rsa") })
    let (none, _) = kinship(
      Small.indicator("all", .countPersons),
      Small.indicator("two", .countPersons, [Condition(.dispositif, .oneOf([1, 2]))]),
      Small.indicator("but", .countPersons, [Condition(.sexe, .oneOf([1]), isExcluded: true)]))
    #expect(none.twins.isEmpty)
    let (scheme, _) = kinship(
      Small.indicator("all", .countPersons),
      Small.indicator("aci", .countPersons, [Condition(.dispositif, .oneOf([1]))]))
    #expect(scheme.twins.map(\.member) == [Cell.Member(.dispositif, "aci")])
  }

  @Test func whoseSexeIsKnown() {
    let known = counts.all.firstIndex(of: PersonCount(.person, [Condition(.sexe, .known)]))!
    #expect(kinship.answers.count == 1)
    #expect(
      kinship.answers.first.map { $0.known == known && $0.of == place("beneficiaires") && $0.ids == ["f", "h", "x"] }
        == true)
  }

  /// Entries with the same conditions or fewer; with others, or other ends, none.
  @Test func whoIsNewEntered() {
    #expect(kinship.entries.contains { $0 == (place("beneficiaires"), place("entrees")) })
    #expect(kinship.entries.contains { $0 == (place("femmes"), place("entrees")) })
    #expect(!kinship.entries.contains { $0.entries == place("sorties") || $0.persons == place("effectif") })
    let (kin, _) = kinship(
      Small.indicator("all", .countPersons),
      Small.indicator("women", .countPaths(.date_entree, minimumStay: false), [Small.women]),
      Small.indicator("long", .countPaths(.date_entree, minimumStay: true)))
    #expect(kin.entries.isEmpty)
  }
}
