import Domain
import Foundation
import Testing

@testable import Pipeline

/// Where a programme stands.
@Suite struct ProgrammeStatusTests {
  private func status(_ small: SmallProgramme) throws -> ProgrammeStatus {
    try programmeStatus(inputs: InputsFolder(small.inputs.path), reports: small.reports)
  }

  @Test func beforeAnythingCame() throws {
    let small = try SmallProgramme()
    try FileManager.default.createDirectory(
      at: small.inputs.appending(path: "exports"), withIntermediateDirectories: true)
    let status = try status(small)
    #expect(
      status.months.isEmpty && status.late.isEmpty && status.editionAge == nil && status.runAge == nil
        && status.lastRun == nil)
    #expect(status.neverPublished.first == Month("2022-01")! && status.neverPublished.last == lastWholeMonth())
  }

  /// An edition that is no longer what was published is one line among the others, whether rows have a period or not.
  @Test(arguments: [false, true]) func aDamagedEdition(hasPeriod: Bool) throws {
    let small = try SmallProgramme()
    for month in ["2022-01", "2022-02"] { try small.jobs("adds", month, "1 cree 1") }
    if hasPeriod { try small.edit("programme.yaml", "rules:", "rules:\n  retention_months: 60") }
    try small.run("2022-01", to: "2022-02")
    let path = small.reports.folder("2022-01.1") + "/manifest.json"
    try Data(contentsOf: URL(filePath: path)).dropLast(9).write(to: URL(filePath: path))
    let status = try status(small)
    #expect(status.damaged.count == 1 && status.damaged[0].contains(path) && !status.neverPublished.isEmpty)
  }

  /// What is owed up to the newest month that was published, or of which a file came: nobody waits for what nobody has begun.
  @Test func lateFiles() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-02", "1 cree 1")
    try small.jobs("die", "2022-01", "1 cree 7", "2 cree 7", "3 cree 7")
    let status = try status(small)
    #expect(
      status.late.map(\.file) == [
        "exports/adds/etp-2022-01.csv", "exports/adds/beneficiaires-2022-01.csv", "exports/die/etp-2022-01.csv",
        "exports/adds/beneficiaires-2022-02.csv", "exports/die/etp-2022-02.csv",
      ])
    #expect(status.late.map(\.isRefused) == [false, false, true, false, false])
    #expect(status.late.allSatisfy { $0.isOverdue && $0.due.month == $0.month.advanced(by: 1) })
    #expect(status.late[0].daysLate == Int(todayInParis().number - Day(year: 2022, month: 2, day: 15).number))
    #expect(
      status.late.map { $0.lastReceived?.file } == [
        "exports/adds/etp-2022-02.csv", nil, "exports/die/etp-2022-01.csv", nil, "exports/die/etp-2022-01.csv",
      ])
    // No publication used them yet.
    #expect(status.late.allSatisfy { $0.lastReceived?.day == nil })
    try small.write(
      "acknowledged.yaml",
      "waived:\n  - {association: die, kind: etp, month: 2022-02, reason: \"fichier perdu\"}\n")
    #expect(try self.status(small).late.count == 4)
  }

  @Test func publishedMonths() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-01", "1 cree 1")
    try small.jobs("adds", "2022-02", "1 existant 1")
    try small.run("2022-01", to: "2022-02")
    var status = try status(small)
    #expect(status.months.map(\.edition.name) == ["2022-01.1", "2022-02.1"])
    #expect(status.months.allSatisfy { $0.standing == .same && !$0.isClosed } && status.stale.isEmpty)
    #expect(
      try #require(status.editionAge) < 600 && #require(status.runAge) < 600 && status.lastRun?.month == "2022-02")
    #expect(status.neverPublished.first == Month("2022-03")!)
    // Other words, the same figures: not what was published, but nothing moved.
    try small.edit("funders/region.yaml", "Bilan", "Le bilan")
    status = try self.status(small)
    #expect(status.months.map(\.moved) == [0, 0] && status.stale.count == 2)
    // February's FTE: the whole, the association and the axis.
    try small.edit("exports/adds/etp-2022-02.csv", "existant;1", "existant;0,5")
    _ = try closeMonth(Month("2022-01")!, isClosed: true, reason: nil, reports: small.reports)
    status = try self.status(small)
    #expect(status.months.map(\.moved) == [0, 3] && status.stale.map(\.edition.name) == ["2022-01.1", "2022-02.1"])
    #expect(status.months.map(\.isClosed) == [true, false])
  }

  /// A monitor that asks for ages alone would never hear that what was published is gone.
  @Test(arguments: ["", "/manifest.json", "/financeurs/region-2022-05.csv"]) func anEditionThatIsGone(file: String)
    throws
  {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.publish("2022-05")
    #expect(try status(small).damaged.isEmpty)
    try FileManager.default.removeItem(atPath: small.reports.folder("2022-05.1") + file)
    let damaged = try status(small).damaged
    #expect(damaged.count == 1 && damaged[0].hasPrefix(small.reports.folder("2022-05.1") + file))
  }

  @Test func aRefusedRunLeavesATrace() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-01", "1 cree 1")
    try small.publish("2022-01")
    #expect(throws: PublicationRefused.self) { try small.publish("2022-02") }
    let run = try #require(try status(small).lastRun)
    #expect(
      run.outcome == .refused && run.month == "2022-02" && run.detail == "aucun fichier accepté pour février 2022")
  }
}
