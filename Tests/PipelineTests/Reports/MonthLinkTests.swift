import Domain
import Foundation
import Host
import Testing

@testable import Pipeline

/// What copies, restores and people make of a month's link: put right with nothing lost, or refused before anything is done, with a
/// command that mends it.
@Suite struct MonthLinkTests {
  private let files = FileManager.default
  private let small: SmallProgramme
  private var link: String { small.reports.link(Month("2022-05")!) }
  private var quarantine: String { small.reports.quarantine }

  init() throws {
    small = try SmallProgramme()
    for month in ["2022-04", "2022-05"] {
      try small.jobs("adds", month, "1 cree 1")
      try small.jobs("die", month, "2 cree 1 alimentation")
      try small.publish(month)
    }
  }

  /// What a run says, and what doctor says beforehand.
  private func settle() throws -> (said: [String], symptoms: [Symptom]) {
    let symptoms = examine(inputs: small.inputs.path, reports: small.reports).filter { $0.state != .fine }
    var said: [String] = []
    try runMonths(
      request("2022-05"), inputs: InputsFolder(small.inputs.path), reports: small.reports, timings: Timings(),
      say: { if case .mended(let text) = $0 { said.append(text) } }, done: { _, _ in })
    return (said, symptoms)
  }

  private func request(_ month: String) -> RunRequest {
    var request = RunRequest()
    request.last = Month(month)
    return request
  }

  private func expectRefused(_ path: String) throws {
    let fault = try #require(throws: ReportsUnusable.self) { try settle() }
    #expect(fault.exitCode == .cannotCreate && fault.message.hasPrefix("\(path) : "))
    let symptoms = examine(inputs: small.inputs.path, reports: small.reports)
    #expect(symptoms.contains { $0.state == .wrong && $0.french == fault.oneLine })
    // The remedy, followed as it stands.
    let command = try #require(fault.remedy?.split(separator: " : ").last)
    #expect(try shell(String(command)) == 0)
    _ = try settle()
  }

  private func shell(_ command: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test(arguments: ["2022-05.1", "2022-05.2"]) func copiesOfAnEdition(_ edition: String) throws {
    try small.edit("exports/adds/etp-2022-05.csv", "cree;1", "cree;0,5")
    try small.publish("2022-05")
    try files.removeItem(atPath: link)
    try files.copyItem(atPath: small.reports.folder(edition), toPath: link)
    let (said, symptoms) = try settle()
    #expect(linkTarget(link) == "editions/2022-05.2")
    #expect(said.count == 2 && said[0].contains("copie de l'édition \(edition)"))
    #expect(symptoms.map(\.what) == ["liens"] && symptoms[0].state == .doubtful)
    #expect(exists("\(quarantine)/2022-05/manifest.json"))
    #expect(try settle().said.isEmpty)
  }

  @Test func allOfItCopiedWithoutLinks() throws {
    let copy = small.folder.path + "/copie"
    #expect(
      try shell(
        "cp -rL '\(small.reports.path)' '\(copy)' && rm -r '\(small.reports.path)' && mv '\(copy)' '\(small.reports.path)'"
      ) == 0)
    #expect(try settle().said.count == 4)
    #expect(linkTarget(link) == "editions/2022-05.1")
  }

  @Test func filesInItsPlace() throws {
    try files.removeItem(atPath: link)
    try Data("de quelqu'un".utf8).write(to: URL(filePath: link))
    #expect(try settle().symptoms.map(\.state) == [.doubtful])
    #expect(linkTarget(link) == "editions/2022-05.1")
    #expect(try readFile("\(quarantine)/2022-05") == Array("de quelqu'un".utf8))
  }

  @Test func emptyFolders() throws {
    try files.removeItem(atPath: link)
    try makeFolder(link)
    _ = try settle()
    #expect(linkTarget(link) == "editions/2022-05.1")
  }

  /// A copy in which something is changed, lacking or more, or of another month, is somebody's.
  @Test(arguments: ["changé", "manque", "de plus", "autre mois"]) func otherFolders(_ what: String) throws {
    try files.removeItem(atPath: link)
    let source = what == "autre mois" ? "2022-04.1" : "2022-05.1"
    try files.copyItem(atPath: small.reports.folder(source), toPath: link)
    let file = link + "/financeurs/region-2022-05.csv"
    switch what {
    case "changé": try Data("x".utf8).write(to: URL(filePath: file))
    case "manque": try files.removeItem(atPath: file)
    case "de plus": try Data("x".utf8).write(to: URL(filePath: link + "/note.txt"))
    default: break
    }
    try expectRefused(link)
    #expect(exists(link + ".autre/manifest.json"))
  }

  /// Before anything of the month is computed: no edition, no row in the ledger.
  @Test func folderOfAMonthToCome() throws {
    try small.jobs("adds", "2022-06", "1 cree 1")
    try small.jobs("die", "2022-06", "2 cree 1 alimentation")
    let place = small.reports.link(Month("2022-06")!)
    try makeFolder(place)
    try Data().write(to: URL(filePath: place + "/x"))
    #expect(throws: ReportsUnusable.self) { try small.publish("2022-06") }
    #expect(small.editions == ["2022-04.1", "2022-05.1"])
    // Nobody asked for it, and it is in nobody's way.
    _ = try settle()
  }

  @Test(arguments: ["editions/2022-04.1", "/etc", "nulle-part", "../..", "editions/2022-05.9"])
  func linksElsewhere(_ target: String) throws {
    try files.removeItem(atPath: link)
    try files.createSymbolicLink(atPath: link, withDestinationPath: target)
    #expect(try settle().said == ["lien 2022-05 remis sur l'édition 2022-05.1"])
    #expect(linkTarget(link) == "editions/2022-05.1")
  }

  // MARK: Planted links

  @Test(arguments: [
    "editions", ".bilan", ".bilan/archive", ".bilan/archive/definitions", ".bilan/ledger.sqlite", ".bilan/lock",
    "editions/2022-05.1",
  ]) func linksInPlaceOfOurs(_ name: String) throws {
    let (path, elsewhere) = ("\(small.reports.path)/\(name)", small.folder.path + "/ail leurs")
    try files.moveItem(atPath: path, toPath: elsewhere)
    try files.createSymbolicLink(atPath: path, withDestinationPath: elsewhere)
    let before = try shell("find '\(elsewhere)' -newer '\(path)' | grep .")
    #expect(throws: ReportsUnusable.self) {
      try closeMonth(Month("2022-05")!, isClosed: true, reason: nil, reports: small.reports)
    }
    #expect(throws: ReportsUnusable.self) {
      try noteSending(
        Month("2022-05")!, to: "region", edition: nil, on: Day(year: 2022, month: 6, day: 1), reports: small.reports)
    }
    try expectRefused(path)
    #expect(try shell("find '\(elsewhere)' -newer '\(path)' | grep .") == before)
    #expect(linkTarget(path) == nil)
  }

  @Test(arguments: [".bilan/quarantine", "editions/2022-05.2", ".bilan/ledger.sqlite-journal"])
  func linksToNothing(_ name: String) throws {
    let path = "\(small.reports.path)/\(name)"
    try files.createSymbolicLink(atPath: path, withDestinationPath: small.folder.path + "/pas-là")
    try expectRefused(path)
    #expect(!exists(small.folder.path + "/pas-là"))
  }

  @Test(arguments: [".bilan/quarantine", "index.html"]) func otherThings(_ name: String) throws {
    let path = "\(small.reports.path)/\(name)"
    if name == "index.html" {
      try files.removeItem(atPath: path)
      try makeFolder(path)
    } else {
      try Data().write(to: URL(filePath: path))
    }
    try expectRefused(path)
  }

  /// The reports folder itself may be a link, and copies that somebody keeps among the editions are nobody's editions.
  @Test func whatMayBe() throws {
    let elsewhere = small.folder.path + "/ailleurs"
    try files.moveItem(atPath: small.reports.path, toPath: elsewhere)
    try files.createSymbolicLink(atPath: small.reports.path, withDestinationPath: elsewhere)
    for name in ["2022-05.1.bak", "2022-05.1 (copie)", "2022-05.01"] {
      try files.copyItem(atPath: small.reports.folder("2022-05.1"), toPath: small.reports.folder(name))
    }
    let (said, symptoms) = try settle()
    #expect(said.isEmpty && symptoms.isEmpty)
    #expect(small.editions.count == 5)
  }
}
