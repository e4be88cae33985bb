import Define
import Domain
import Foundation
import Testing

@testable import Pipeline

/// The definitions as files: what must be there, and what its name must be.
@Suite struct LoadDefinitionsTests {
  @Test func aFunderIsCalledLikeItsFile() throws {
    let small = try SmallProgramme()
    try small.write("funders/departement.yaml", try small.read("funders/region.yaml"))
    let error = #expect(throws: DefinitionError.self) { try loadDefinitions(InputsFolder(small.inputs.path)) }
    #expect(error?.message.contains("l'id du financeur (region) n'est pas le nom du fichier") == true)
    try small.edit("funders/departement.yaml", "id: region", "id: departement")
    #expect(
      try loadDefinitions(InputsFolder(small.inputs.path)).definitions.funders.map(\.id) == ["departement", "region"])
  }

  /// No funder, no report: nobody would notice.
  @Test(arguments: [true, false]) func noFunderAtAll(hasFolder: Bool) throws {
    let small = try SmallProgramme()
    try small.remove(hasFolder ? "funders/region.yaml" : "funders")
    if hasFolder { try small.write("funders/.region.yaml.swp", "") }
    try small.jobs("adds", "2022-05", "1 cree 1")
    let error = #expect(throws: DefinitionError.self) { try small.publish("2022-05") }
    #expect(error?.exitCode == .configuration && error?.message.contains("aucun financeur") == true)
    #expect(throws: DefinitionError.self) { try small.plan("2022-05") }
    #expect(
      examine(inputs: small.inputs.path, reports: small.reports).contains {
        $0.state == .wrong && $0.french.contains("aucun financeur")
      })
    // Exports can be read all the same.
    #expect(try loadDefinitions(InputsFolder(small.inputs.path)).definitions.funders.isEmpty)
  }

  @Test func whatMustBeThere() throws {
    for file in ["programme.yaml", "indicators.yaml", "reference/territory.csv", "reference/full-time-hours.csv"] {
      let small = try SmallProgramme()
      try small.remove(file)
      #expect(throws: DefinitionError.self, "\(file)") { try loadDefinitions(InputsFolder(small.inputs.path)) }
    }
    let small = try SmallProgramme()
    let loaded = try loadDefinitions(InputsFolder(small.inputs.path))
    #expect(
      loaded.files.map(\.file) == [
        "funders/region.yaml", "indicators.yaml", "programme.yaml", "reference/full-time-hours.csv",
        "reference/territory.csv",
      ])
  }
}
