import Domain
import Foundation
import Testing

@testable import Pipeline

/// What was sent, and whether a funder would read something else by now.
@Suite struct SendingsTests {
  private let day = Day(year: 2022, month: 3, day: 16)

  private func sent() throws -> SmallProgramme {
    let small = try SmallProgramme()
    for month in ["2022-01", "2022-02"] {
      try small.jobs("adds", month, "1 existant 1", "2 existant 0,5")
      try small.jobs("die", month, "1 existant 1 alimentation")
      try small.persons("adds", month, 20)
    }
    try small.run("2022-01", to: "2022-02")
    let outcome = try noteSending(Month("2022-02")!, to: "Région", edition: nil, on: day, reports: small.reports)
    #expect(outcome.isNew && outcome.sending == Sending(funder: "region", edition: "2022-02.1", day: day))
    return small
  }

  private func todo(_ small: SmallProgramme) throws -> Bool {
    try small.file("index.html").contains("disait autre chose")
  }

  @Test func notedOnce() throws {
    let small = try sent()
    let again = try noteSending(Month("2022-02")!, to: "region", edition: "1", on: day, reports: small.reports)
    #expect(!again.isNew && again.current == "2022-02.1")
    #expect(try small.store().ledger.sendings().count == 1 && !todo(small))
    #expect(throws: NoSuchName.self) {
      try noteSending(Month("2022-02")!, to: "etat", edition: nil, on: day, reports: small.reports)
    }
    #expect(throws: MissingEdition.self) {
      try noteSending(Month("2022-03")!, to: "region", edition: nil, on: day, reports: small.reports)
    }
  }

  @Test("a figure of the month, of an earlier one, or what it is read against", arguments: [0, 1, 2])
  func outdated(_ change: Int) throws {
    let small = try sent()
    switch change {
    case 0: try small.edit("exports/adds/etp-2022-02.csv", "existant;0,5", "existant;0,6")
    case 1: try small.edit("exports/adds/etp-2022-01.csv", "existant;0,5", "existant;0,6")
    default: try small.edit("indicators.yaml", "value: 100, source", "value: 90, source")
    }
    try small.run("2022-01", to: "2022-02")
    #expect(try todo(small))
    _ = try noteSending(Month("2022-02")!, to: "region", edition: nil, on: day, reports: small.reports)
    #expect(try !todo(small))
  }

  /// The list of months links to what was published, whatever stands in the folder by now, and in the order of the files' names.
  @Test func reportsInTheListOfMonths() throws {
    let small = try SmallProgramme()
    for month in ["2022-01", "2022-02"] { try small.jobs("adds", month, "1 cree 1.0") }
    let region = try small.read("funders/region.yaml")
    try small.write("funders/region-1.yaml", region.replacing("id: region", with: "id: region-1"))
    try small.publish("2022-01")
    let folder = small.reports.folder("2022-01.1") + "/financeurs/"
    let listed = try small.store().funders(of: small.edition("2022-01.1"))
    #expect(listed == ["region-1", "region"])
    try FileManager.default.copyItem(
      atPath: folder + "region-2022-01.csv", toPath: folder + "Copie de region-2022-01.csv")
    try FileManager.default.removeItem(atPath: folder + "region-1-2022-01.csv")
    #expect(try small.store().funders(of: small.edition("2022-01.1")) == listed)
    try small.publish("2022-02")
    let page = try String(contentsOfFile: small.reports.path + "/index.html", encoding: .utf8)
    #expect(page.contains("2022-01/financeurs/region-1-2022-01.html") && !page.contains("Copie de"))
    // Nothing was noted: the manifest says it.
    try small.ledger("UPDATE edition SET told = NULL")
    #expect(try small.store().funders(of: small.edition("2022-01.1")) == listed)
  }

  /// Its table has every figure, and nothing that figures are read against; and it has no past.
  @Test("a figure that no report shows, one of an earlier month, a target", arguments: [0, 1, 2])
  func outdatedTable(_ change: Int) throws {
    let small = try sent()
    try small.write("funders/etat.yaml", SmallProgramme.aggregator)
    try small.run("2022-01", to: "2022-02")
    #expect(try small.store().aggregators(of: small.edition("2022-02.2")) == ["etat"])
    _ = try noteSending(Month("2022-02")!, to: "Etat", edition: nil, on: day, reports: small.reports)
    _ = try noteSending(Month("2022-02")!, to: "region", edition: nil, on: day, reports: small.reports)
    switch change {
    case 0: try small.edit("exports/adds/etp-2022-02.csv", "P1;S1;mobilite;cdi", "P1;S1;mobilite;cdd")
    case 1: try small.edit("exports/adds/etp-2022-01.csv", "existant;0,5", "existant;0,6")
    default: try small.edit("indicators.yaml", "value: 100, source", "value: 90, source")
    }
    try small.run("2022-01", to: "2022-02")
    let manifest = try small.reports.manifest("2022-02.3")
    #expect(
      manifest.sent == [
        "etat 2022-02.2\(change == 0 ? " outdated" : "")", "region 2022-02.2\(change > 0 ? " outdated" : "")",
      ]
    )
    #expect(try small.verify("2022-02.3").bytes == .same)
  }

  @Test func sinceSent() throws {
    let small = try sent()
    try small.edit("exports/adds/etp-2022-02.csv", "existant;0,5", "existant;0,6")
    try small.publish("2022-02")
    let diff = try #require(try diffsSinceSent(Month("2022-02")!, funder: nil, reports: small.reports).first)
    #expect(diff.old == "2022-02.1" && diff.new == "2022-02.2" && diff.sending?.funder == "region")
    #expect(diff.comparison.revisions.map(\.key.cell.text) == ["", "axe=mobilite"])
    #expect(throws: NoSuchName.self) {
      try diffsSinceSent(Month("2022-02")!, funder: "etat", reports: small.reports)
    }
    let manifest = try small.reports.manifest("2022-02.2")
    #expect(manifest.sent == ["region 2022-02.1 outdated"])
    #expect(try small.verify("2022-02.2").bytes == .same)
  }
}
