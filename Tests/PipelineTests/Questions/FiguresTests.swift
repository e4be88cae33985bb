import Domain
import Foundation
import Testing

@testable import Pipeline

/// The table of figures: of an edition as it was published, or of the inputs as they are.
@Suite struct FiguresTests {
  private func small() throws -> SmallProgramme {
    let small = try SmallProgramme()
    for month in ["2022-01", "2022-02", "2022-03"] { try small.jobs("adds", month, "1 existant 1") }
    return small
  }

  private func series(_ small: SmallProgramme, _ first: String, _ last: String, compute: Bool = false) throws
    -> [FiguresSource]
  {
    try figures(
      Month(first)!...Month(last)!, compute: compute, inputs: { try InputsFolder(small.inputs.path) },
      reports: small.reports)
  }

  private func etp(_ source: FiguresSource) -> String? {
    String(decoding: source.table, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("etp_total,") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false)[9] }.map(String.init)
  }

  @Test func publishedMonthsAndOthers() throws {
    let small = try small()
    try small.publish("2022-02")
    try small.edit("exports/adds/etp-2022-02.csv", "existant;1", "existant;0,5")
    let all = try series(small, "2022-01", "2022-03")
    #expect(all.map(\.edition) == [nil, "2022-02.1", nil] && all.map(etp) == ["1", "1", "1"])
    #expect(try series(small, "2022-01", "2022-03", compute: true).map(etp) == ["1", "0.5", "1"])
    // Not before the programme's start; the published ones alone need no inputs.
    #expect(try series(small, "2021-11", "2022-01").count == 1)
    #expect(
      try figures(
        Month("2022-02")!...Month("2022-02")!, compute: false, inputs: { throw CancellationError() },
        reports: small.reports
      ).map(\.edition) == ["2022-02.1"])
  }

  @Test func anEditionByName() throws {
    let small = try small()
    let may = Month("2022-02")!
    try small.publish("2022-02")
    try small.edit("exports/adds/etp-2022-02.csv", "existant;1", "existant;0,5")
    try small.publish("2022-02")
    let old = try figures(may, edition: "2022-02.1", reports: small.reports)
    #expect(etp(old) == "1" && old.successor == "2022-02.2")
    let new = try figures(may, edition: "2", reports: small.reports)
    #expect(etp(new) == "0.5" && new.edition == "2022-02.2" && new.successor == nil)
    #expect(throws: NoSuchEdition.self) { try figures(may, edition: "2022-02.3", reports: small.reports) }
    #expect(throws: NoSuchEdition.self) { try figures(Month("2022-01")!, edition: "2022-02.1", reports: small.reports) }
  }
}
