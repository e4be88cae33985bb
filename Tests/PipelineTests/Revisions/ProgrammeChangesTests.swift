import Define
import Domain
import Testing

@testable import Pipeline

@Suite struct ProgrammeChangesTests {
  /// What is hidden, and what is hidden last, is method: no figure is computed otherwise, and another is shown.
  @Test(arguments: [
    ("sensitive_threshold: 12", ["seuils du secret statistique"]),
    ("sensitive_threshold: 11\n  sums_threshold: 5", ["seuils du secret statistique"]),
    ("sensitive_threshold: 11\n  sums_threshold: 0", []),
    ("sensitive_threshold: 11\n  keep: [{indicator: beneficiaires}]", ["cellules à masquer en dernier"]),
    ("sensitive_threshold: 12\n  keep: [{indicator: beneficiaires}]", ["seuils du secret statistique"]),
    ("sensitive_threshold: 11\n  key_file: elsewhere", []),
  ])
  func rulesOfSecrecy(_ rules: String, _ words: [String]) throws {
    let old = try decodeProgramme(SmallProgramme.programme)
    let new = try decodeProgramme(
      SmallProgramme.programme.replacing("sensitive_threshold: 11", with: rules))
    let changes = programmeChanges(old, new, Month("2022-05")!)
    #expect(changes.map(\.french) == words)
    #expect(changes.allSatisfy { $0.cause == .methode && !$0.isSilent && !$0.movesFigures })
  }

  /// In another order they are the same cells.
  @Test func theOrderOfKeptCells() throws {
    var old = try decodeProgramme(SmallProgramme.programme)
    var new = old
    old.confidentiality.keep = [KeptCells(indicator: "a"), KeptCells(indicator: "b")]
    new.confidentiality.keep = old.confidentiality.keep.reversed()
    #expect(programmeChanges(old, new, Month("2022-05")!).isEmpty)
  }
}
