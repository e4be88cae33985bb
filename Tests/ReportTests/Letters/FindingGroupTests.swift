import Domain
import Testing

@testable import Report

@Suite struct FindingGroupTests {
  @Test func namesRowsInRuns() {
    #expect(rowRanges([]) == "")
    #expect(rowRanges([4]) == "ligne\u{A0}4")
    #expect(rowRanges([9, 8, 7, 4]) == "lignes\u{A0}4, 7 à 9")
    #expect(rowRanges([1, 2, 4, 5]) == "lignes\u{A0}1, 2, 4, 5")
    #expect(rowRanges(Set((1...40).map { $0 * 2 })).hasSuffix("28, 30 et 25 autres"))
    #expect(rowRanges(Set(2...50_000)) == "lignes\u{A0}2 à 50000")
  }

  @Test func groupsByCauseWorstFirst() {
    let groups = findingGroups(in: SampleLetters.full.findings)
    #expect(groups.map(\.findings) == [[5], [0, 1, 2, 3], [4]])
    #expect(groups.map(\.count) == [1, 4, 2])
  }

  @Test func saysWhatAFaultCosts() {
    func effect(_ value: Rational, _ unit: Indicator.Unit, _ decimals: Int) -> String {
      RefusalCost(
        findings: [0],
        cost: .differences([
          RefusalCost.Difference(indicator: "X", cell: nil, difference: value, decimals: decimals, unit: unit)
        ])
      ).french
    }
    #expect(visibleSpaces(effect(Rational(5, over: 2), .ETP, 1)) == "il manque 2,5~ETP à « X »")
    #expect(visibleSpaces(effect(Rational(-2), .postes, 0)) == "il y a 2~postes de trop dans « X »")
    #expect(effect(Rational(1, over: 1000), .ETP, 1) == "aucun chiffre ne change")
  }

  @Test func tellsWhichRowsAnEffectIsOf() {
    var letter = SampleLetters.full
    letter.costs = [RefusalCost(findings: [1, 2], cost: .notComputable)]
    #expect(readableText(letterPage(letter)).contains("Effet (lignes~7, 8)~: non chiffrable."))
  }
}
