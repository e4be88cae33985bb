import Domain
import Foundation
import Testing

@testable import Pipeline

/// What doctor says of the exports: each file opened, all of them read.
@Suite struct ExamineExportsTests {
  private func small() throws -> SmallProgramme {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.jobs("die", "2022-05", "2 cree 1 alimentation")
    return small
  }

  /// What is not well with the exports, and what doctor would say of a run.
  private func found(_ small: SmallProgramme, now: Int? = nil) -> [Symptom] {
    let all =
      now.map { examine(inputs: small.inputs.path, reports: small.reports, now: $0) }
      ?? examine(inputs: small.inputs.path, reports: small.reports)
    return all.filter { $0.state != .fine }
  }

  @Test func noExports() throws {
    let small = try SmallProgramme()
    let wrong = try #require(found(small).first)
    #expect(wrong.what == "exports" && wrong.state == .wrong)
    // The remedy makes what is missing.
    #expect(wrong.french.hasSuffix("mkdir -p \(small.inputs.path)/exports/adds \(small.inputs.path)/exports/die"))
    for association in ["adds", "die"] {
      try FileManager.default.createDirectory(
        at: small.inputs.appending(path: "exports/\(association)"), withIntermediateDirectories: true)
    }
    #expect(found(small).map(\.state) == [.doubtful])
    #expect(found(small)[0].french.hasPrefix("aucun export, rien ne serait publié"))
  }

  @Test func anAssociationWithoutAFolder() throws {
    let small = try small()
    try small.remove("exports/die")
    let doubtful = found(small)
    #expect(doubtful.map(\.state) == [.doubtful])
    #expect(doubtful[0].french == "une association n'a pas de dossier ; mkdir \(small.inputs.path)/exports/die")
    // One that has left needs none.
    try small.edit(
      "programme.yaml", "member_from: 2022-01, owes: [etp]}",
      "member_from: 2022-01, member_until: 2022-04, owes: [etp]}")
    #expect(found(small).isEmpty)
    try small.write("exports/die", "un fichier")
    #expect(
      found(small).contains { $0.state == .wrong && $0.french.hasSuffix("dossier illisible ; en faire un dossier") })
  }

  @Test func filesThatAreNone() throws {
    let small = try small()
    let place = small.inputs.appending(path: "exports/adds")
    try FileManager.default.createSymbolicLink(
      at: place.appending(path: "etp-2022-04.csv"), withDestinationURL: place.appending(path: "etp-2022-05.csv"))
    #expect(mkfifo(place.appending(path: "etp-2022-03.csv").path, 0o600) == 0)
    let large = place.appending(path: "etp-2022-02.csv").path
    _ = FileManager.default.createFile(atPath: large, contents: nil)
    #expect(truncate(large, 1 << 30) == 0)
    let doubtful = found(small)
    #expect(doubtful.allSatisfy { $0.what == "exports" && $0.state == .doubtful })
    #expect(
      doubtful.first?.french
        == "5 exports lus jusqu'à mai 2022 : 2 acceptés, 3 refusés ; pourquoi : bilan check 2022-04")
    #expect(doubtful.count == 4)
    for (name, words) in [("02", "1024 Mo, plus que les 128 Mo"), ("03", "pas un fichier ordinaire"), ("04", "rm ")] {
      #expect(doubtful.contains { $0.french.contains("etp-2022-\(name).csv") && $0.french.contains(words) })
    }
  }

  @Test func stillArriving() throws {
    let small = try small()
    try small.edit("programme.yaml", "settle_seconds: 0", "settle_seconds: 3600")
    #expect(
      found(small).map(\.french).contains { $0.contains("etp-2022-05.csv et 1 autres : arrive peut-être encore") })
  }

  @Test func theClock() throws {
    let small = try small()
    let absurd = found(small, now: 86_400)
    #expect(absurd.map(\.what) == ["horloge"] && absurd[0].state == .wrong)
    #expect(absurd[0].french.contains("02/01/1970") && absurd[0].french.contains("timedatectl set-ntp true"))
    #expect(found(small, now: 5_000_000_000).map(\.what) == ["horloge"])
    #expect(found(small, now: 1_700_000_000).isEmpty)
  }

  /// Everything can be read, and yet nothing would be published: the answer of a plan.
  @Test func whatARunWouldRefuse() throws {
    let small = try small()
    try small.publish("2022-05")
    try closeMonth(small)
    #expect(found(small).isEmpty)
    try small.edit("exports/adds/etp-2022-05.csv", "cree;1", "cree;0,5")
    #expect(found(small).map(\.what) == ["publication"] && found(small)[0].state == .wrong)
    #expect(found(small)[0].french.contains("bilan reopen 2022-05 --reason"))
    #expect(throws: PublicationRefused.self) { try small.publish("2022-05") }
    // Gone altogether, while an earlier month's file is there.
    try small.jobs("adds", "2022-04", "1 cree 1")
    for association in ["adds", "die"] { try small.remove("exports/\(association)/etp-2022-05.csv") }
    #expect(found(small).map(\.what) == ["publication"] && found(small)[0].french.hasPrefix("bilan run 2022-05 "))
  }

  private func closeMonth(_ small: SmallProgramme) throws {
    _ = try Pipeline.closeMonth(Month("2022-05")!, isClosed: true, reason: nil, reports: small.reports)
  }
}
