import Domain
import Foundation
import Testing

@testable import Define

/// docs/definitions.md is made from the decoders' keys. `RECORD=1` writes it, and then fails.
@Suite struct DefinitionsPageTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/definitions.md").standardized

  @Test func isCurrent() throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(DefinitionsPage.text.utf8).write(to: Self.page)
      Issue.record("recorded docs/definitions.md")
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == DefinitionsPage.text)
  }

  /// The examples of a page are one small programme: every key of every file stands in it, and nothing is wrong.
  @Test func examplesDecode() throws {
    let files = [
      ("programme.yaml", DefinitionsPage.yaml(ProgrammeKeys.file)),
      ("indicators.yaml", DefinitionsPage.yaml(CatalogueKeys.file)),
      ("funders/region.yaml", DefinitionsPage.yaml(FunderKeys.file)),
      ("funders/etat.yaml", DefinitionsPage.yaml(FunderKeys.aggregator)),
      ("acknowledged.yaml", DefinitionsPage.yaml(AcknowledgedKeys.file)),
      ("mappings/afeji.yaml", DefinitionsPage.yaml(MappingKeys.file)),
      ("reference/territory.csv", DefinitionsPage.csv(TableKeys.territory)),
      (
        "reference/full-time-hours.csv",
        DefinitionsPage.csv(TableKeys.hours) + "permanent,2002-01-01,1820,paid,\"35 h\"\n"
      ),
    ]
    let definitions = try decodeDefinitions(files.map { ($0.0, Array($0.1.utf8)) }, faults: DefinitionFaults())
    #expect(definitions.catalogue.indicators.map(\.id) == ["emplois_crees"])
    #expect(definitions.funders.map(\.id) == ["region", "etat"] && definitions.funders[0].objectives.count == 1)
    #expect(definitions.programme.associations.map(\.mappings.count).reduce(0, +) == 1)
    #expect(definitions.acknowledged.waived.count == 1 && definitions.acknowledged.explained.count == 1)
  }

  @Test(arguments: MeasureKeys.all.map(\.name)) func aMeasuresExampleDecodes(_ name: String) throws {
    let measure = try #require(MeasureKeys.all.first { $0.name == name })
    let reference = Reference(
      vintages: ["cahc", "hauts-de-france"].map {
        Reference.Vintage(
          territory: $0, asOf: Day(year: 2021, month: 12, day: 31), essPosts: nil, allPosts: nil, share: Quantity(9),
          source: "s", standing: .official)
      }, fullTimeHours: [])
    let catalogue = try decodeCatalogue(
      "indicators:\n" + entry(unit: measure.unit, measure: measure.example),
      programme: decodeProgramme(DefinitionsPage.yaml(ProgrammeKeys.file)), reference: reference)
    #expect(catalogue.indicators[0].term.measure.name == name)
  }

  /// What a sentence or an example says stands in a table.
  @Test func everyKeyIsExplained() {
    for measure in MeasureKeys.all { #expect(measure.sentence.hasSuffix(".")) }
    for group in [
      ProgrammeKeys.file, CatalogueKeys.file, FunderKeys.file, FunderKeys.aggregator, AcknowledgedKeys.file,
      MappingKeys.file,
      MappingKeys.export, MappingKeys.source,
    ] {
      for key in group.keys { #expect(key.sentence.hasSuffix("."), "\(group.title) \(key.name)") }
    }
  }
}
