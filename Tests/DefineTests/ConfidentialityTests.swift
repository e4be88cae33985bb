import Define
import Domain
import Testing

@Suite struct ConfidentialityTests {
  private func rules(_ text: String) throws -> Programme.Confidentiality {
    try decodeProgramme(goodProgramme + "\nconfidentiality:\n  " + text).confidentiality
  }

  /// Sums are hidden where a programme says so, and nowhere else.
  @Test(arguments: [("persons_threshold: 5", 0), ("sums_threshold: 0", 0), ("sums_threshold: 1000", 1000)])
  func sums(_ text: String, _ threshold: Int) throws { #expect(try rules(text).sumsThreshold == threshold) }

  @Test(arguments: ["-1", "1001", "cinq", "4.5", ""]) func noThreshold(_ value: String) {
    #expect(
      failure { try rules("sums_threshold: \(value)") }
        == "programme.yaml:24 : \(value.isEmpty ? "vide" : "« \(value) »") ; attendu : un nombre entier de 0 à 1000")
  }

  @Test func keptCells() throws {
    #expect(try rules("persons_threshold: 5").keep == [])
    #expect(
      try rules("keep: [{indicator: i}, {indicator: i, horizon: annee, by: axe}, {indicator: j, by: [sexe, axe]}]").keep
        == [
          KeptCells(indicator: "i"), KeptCells(indicator: "i", horizon: .annee, by: [.axe]),
          KeptCells(indicator: "j", by: [.axe, .sexe]),
        ])
    #expect(failure { try rules("keep: {indicator: i}") }.hasSuffix("attendu : une liste (- … ou [ ])"))
    #expect(failure { try rules("keep: [{indicator: i, at: axe}]") }.contains("clé inconnue « at »"))
  }

  /// What is broken elsewhere is told there: an unread catalogue makes no error of what is kept.
  @Test func aBrokenCatalogueIsToldOnce() {
    let files = [
      ("programme.yaml", goodProgramme + "\nconfidentiality: {keep: [{indicator: i}, {indicator: k}]}"),
      ("indicators.yaml", "indicators:\n" + entry().replacing("{count_first: {kind: etp, status: cree}}", with: "{}")),
    ].map { ($0.0, Array($0.1.utf8)) }
    do {
      _ = try decodeDefinitions(files, faults: DefinitionFaults())
      Issue.record("nothing was told")
    } catch let errors as DefinitionErrors {
      #expect(errors.all.map(\.file) == ["indicators.yaml", "programme.yaml"], "\(errors.all)")
      #expect(errors.all.last?.expected.hasPrefix("« k » est inconnu ; attendu : i") == true)
    } catch { Issue.record("another error: \(error)") }
  }
}
