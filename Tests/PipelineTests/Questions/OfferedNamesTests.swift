import Domain
import Foundation
import Testing

@testable import Pipeline

/// What a shell offers of a programme.
struct OfferedNamesTests {
  @Test func namesOfTheProgramme() throws {
    let small = try SmallProgramme()
    let names = OfferedNames(try InputsFolder(small.inputs.path))
    #expect(names.funders == ["region"])
    #expect(names.associations.contains("adds"))
    #expect(!names.indicators.isEmpty && !names.axes.isEmpty && !names.communes.isEmpty)
    try small.edit("programme.yaml", "associations:", "asociations:")
    let none = OfferedNames(try InputsFolder(small.inputs.path))
    #expect(none.indicators + none.associations + none.funders + none.axes + none.communes + none.instances == [])
  }

  @Test func monthsOfExportsAndEditions() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.jobs("adds", "2022-04", "1 cree 1")
    let inputs = try InputsFolder(small.inputs.path)
    func months(_ inputs: InputsFolder?) -> [String] { offeredMonths(inputs, small.reports).map { "\($0)" } }
    #expect(months(inputs) == ["2022-04", "2022-05"])
    #expect(months(nil) == [])
    // A published month whose exports are gone; what is no edition is not offered.
    for name in ["2022-03.1", "2022-05.1", "2022-05.2", "copie", ".2022-05.3.partial"] {
      try FileManager.default.createDirectory(
        atPath: "\(small.reports.editions)/\(name)", withIntermediateDirectories: true)
    }
    #expect(offeredEditions(small.reports) == ["2022-03.1", "2022-05.1", "2022-05.2"])
    #expect(months(inputs) == ["2022-03", "2022-04", "2022-05"])
    #expect(months(nil) == ["2022-03", "2022-05"])
  }
}
