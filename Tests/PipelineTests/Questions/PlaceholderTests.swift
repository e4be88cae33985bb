import Domain
import Testing

@testable import Pipeline

/// Lines that say that something is to be filled in: where, under which key, and what.
struct PlaceholderTests {
  private func found(_ text: String, in file: String = "programme.yaml") -> [String] {
    let bytes = Array(text.utf8)
    return listPlaceholders(in: [DefinitionFile(file: file, sha256: "", bytes: bytes)]).map(\.french)
  }

  @Test func inAValueOrBehindIt() {
    #expect(
      found("id: a\ncontact: {fr: \"à compléter : nom et téléphone\"}\n") == [
        "programme.yaml:2, contact : nom et téléphone"
      ])
    #expect(found("  start: 2024-01  # à compléter : le premier mois") == ["programme.yaml:1, start : le premier mois"])
    #expect(found("    # agreement_from: 2024-01  # à compléter\n") == ["programme.yaml:1, agreement_from"])
    #expect(found("  - {id: axe-1, label: {fr: \"Axe 1 (à compléter)\"}, aliases: []}") == ["programme.yaml:1, label"])
    #expect(found("# à compléter : tout\n") == ["programme.yaml:1 : tout"])
  }

  @Test func howItIsWrittenDoesNotMatter() {
    #expect(found("a: 1\r\nb: À COMPLÉTER\r\n") == ["programme.yaml:2, b"])
    #expect(found("b: a\u{300} comple\u{301}ter") == ["programme.yaml:1, b"])
    #expect(found("b: compléter, complétée, à compter") == [])
  }

  @Test func aTablesRowIsNamedByItsFirstColumn() {
    let text = "\u{FEFF}territory;as_of;source;status\r\nrennes;2021-12-31;à compléter : INSEE;hypothetical\r\n"
    #expect(found(text, in: "reference/territory.csv") == ["reference/territory.csv:2, rennes : INSEE"])
    let latin = Array("territory;source\rrennes;".utf8) + [0xE0] + Array(" compl".utf8) + [0xE9] + Array("ter\r".utf8)
    #expect(
      listPlaceholders(in: [DefinitionFile(file: "t.csv", sha256: "", bytes: latin)]).map(\.french) == [
        "t.csv:2, rennes"
      ])
  }

  @Test func checkAndDoctorSayThem() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    func listed() throws -> [String] {
      try readInputs(InputsFolder(small.inputs.path), month: Month("2022-05")!, timings: Timings()).placeholders
        .map(\.french)
    }
    func symptom() -> Symptom? {
      examine(inputs: small.inputs.path, reports: small.reports).first { $0.what == placeholderWords }
    }
    #expect(try listed() == [] && symptom() == nil)
    try small.edit("funders/region.yaml", "sections:", "# à compléter : les sections\nsections: # à compléter")
    #expect(try listed().count == 2)
    #expect(symptom()?.state == .doubtful)
    #expect(symptom()?.french.hasSuffix(" : les sections ; et 1 autre (bilan check)") == true)
  }
}
