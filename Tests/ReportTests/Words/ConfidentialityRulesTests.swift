import Domain
import Testing

@testable import Report

@Suite struct ConfidentialityRulesTests {
  private func sums(_ threshold: Int) -> [String] {
    var programme = SampleMonth.programme
    programme.confidentiality.sumsThreshold = threshold
    return confidentialityRules(programme).filter { $0.contains("équivalents temps plein") }
  }

  /// The rule of sums is stated where it is in force, with its threshold, and nowhere else.
  @Test func sumsOfFew() {
    #expect(sums(0).isEmpty && sums(1).isEmpty)
    #expect(sums(5).count == 1 && sums(5)[0].contains("celle de 1 à 4 personnes"))
    #expect(sums(11).first?.contains("celle de 1 à 10 personnes") == true)
  }
}
