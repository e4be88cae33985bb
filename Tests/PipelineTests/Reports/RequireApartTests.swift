import Domain
import Foundation
import Host
import Testing

@testable import Pipeline

/// The key, the data and the reports stand apart, or a run refuses: by real path, before anything is made, and with a remedy that
/// works.
@Suite struct RequireApartTests {
  private let files = FileManager.default
  private let small: SmallProgramme
  private var usual: String { small.folder.path + "/.bilan-key" }

  init() throws {
    small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.jobs("die", "2022-05", "2 cree 1 alimentation")
  }

  private func name(_ keyFile: String) throws {
    try small.edit("programme.yaml", "confidentiality:", "confidentiality:\n  key_file: \(keyFile)")
  }

  private func refused(_ reports: ReportsFolder? = nil) throws -> Misplaced {
    let reports = reports ?? small.reports
    var request = RunRequest()
    request.last = Month("2022-05")
    let inputs = try InputsFolder(small.inputs.path)
    let told = try #require(throws: Misplaced.self) {
      try runMonths(request, inputs: inputs, reports: reports, timings: Timings(), say: { _ in }, done: { _, _ in })
    }
    #expect(throws: Misplaced.self) { try planMonths(request, inputs: inputs, reports: reports) }
    #expect(told.exitCode == .configuration)
    #expect(
      examine(inputs: small.inputs.path, reports: reports).contains { $0.state == .wrong && $0.french == told.oneLine })
    return told
  }

  static let places = [
    "cle", "exports/cle", "exports/adds/cle", "reference/cle", "../reports/cle", "../reports/.bilan/cle",
    "../inputs/funders/../cle", "../lien/cle",
  ]

  @Test(arguments: places) func noKeyIsMadeThere(_ place: String) throws {
    try files.createSymbolicLink(
      atPath: small.folder.path + "/lien", withDestinationPath: small.inputs.path + "/reference")
    try name(place)
    let told = try refused()
    #expect(!exists(small.inputs.path + "/" + place) && !exists(small.reports.path))
    #expect(told.remedy == "Retirer la ligne key_file de \(small.inputs.path)/programme.yaml : la clé sera \(usual)")
    try small.edit("programme.yaml", "  key_file: \(place)\n", "")
    try small.publish("2022-05")
    #expect(exists(usual))
  }

  @Test(arguments: places, [false, true]) func noKeyIsUsedThere(_ place: String, _ isUsualTaken: Bool) throws {
    try files.createSymbolicLink(
      atPath: small.folder.path + "/lien", withDestinationPath: small.inputs.path + "/reference")
    try small.publish("2022-05")
    let key = small.inputs.path + "/" + place
    try files.moveItem(atPath: usual, toPath: key)
    if isUsualTaken { try createFile(usual, Array(0..<32), mode: 0o600) }
    try name(place)
    let told = try refused()
    // The remedy, followed: the key of these reports, and nothing but it, is where it says.
    let parts = try #require(told.remedy).split(separator: ", puis ").map(String.init)
    let words = parts[0].split(separator: " ").map(String.init)
    #expect(words.first == "mv" && words.suffix(2).first.map(resolvedPath) == resolvedPath(key))
    try files.moveItem(atPath: key, toPath: words.last!)
    if isUsualTaken {
      let line = parts[1].split(separator: " ").dropFirst().prefix(2).joined(separator: " ")
      try small.edit("programme.yaml", "key_file: \(place)", line)
    } else {
      try small.edit("programme.yaml", "  key_file: \(place)\n", "")
    }
    try small.run("2022-05")
    #expect(small.editions == ["2022-05.1"])
  }

  @Test(arguments: ["exports/reports", "exports/adds/reports", "exports/adds", "exports/neuf/x/y", "lien/reports"])
  func noReportsAmongExports(_ place: String) throws {
    try files.createSymbolicLink(
      atPath: small.inputs.path + "/lien", withDestinationPath: small.inputs.path + "/exports/die")
    let there = exists(small.inputs.path + "/" + place)
    let told = try refused(ReportsFolder(small.inputs.path + "/" + place))
    #expect(exists(small.inputs.path + "/" + place) == there)
    #expect(told.remedy?.hasSuffix("bilan run --reports \(small.folder.path)/reports") == true)
    try small.publish("2022-05")
  }

  /// An association's folder is where it is, whatever link stands for it.
  @Test func uploadFoldersElsewhere() throws {
    let upload = small.folder.path + "/sftp/adds"
    try files.createDirectory(atPath: small.folder.path + "/sftp", withIntermediateDirectories: true)
    try files.moveItem(atPath: small.inputs.path + "/exports/adds", toPath: upload)
    try files.createSymbolicLink(atPath: small.inputs.path + "/exports/adds", withDestinationPath: upload)
    _ = try refused(ReportsFolder(upload + "/reports"))
    _ = try refused(ReportsFolder(small.folder.path + "/sftp"))
    try name("../sftp/adds/cle")
    _ = try refused()
    #expect(!exists(upload + "/cle") && !exists(upload + "/reports"))
  }

  @Test func noDataAmongReports() throws {
    let told = try refused(ReportsFolder(small.folder.path))
    #expect(told.remedy?.hasSuffix("--reports \(small.folder.path)/reports") == true)
    #expect(!exists(small.folder.path + "/.bilan"))
    try small.publish("2022-05")
  }
}
