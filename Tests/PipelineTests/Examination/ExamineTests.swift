import Domain
import Foundation
import Testing

@testable import Pipeline

/// What doctor says: of a programme that was never run, of one that is well, and of each thing that can be wrong.
@Suite struct ExamineTests {
  private func published() throws -> SmallProgramme {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.jobs("die", "2022-05", "2 cree 1 alimentation")
    try small.publish("2022-05")
    return small
  }

  private func symptoms(_ small: SmallProgramme) -> [String: Symptom] {
    Dictionary(examine(inputs: small.inputs.path, reports: small.reports).map { ($0.what, $0) }) { _, last in last }
  }

  @Test func beforeTheFirstRun() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.jobs("die", "2022-05", "2 cree 1 alimentation")
    let all = examine(inputs: small.inputs.path, reports: small.reports)
    #expect(
      all.map(\.what) == [
        "programme", "horloge", "définitions", "emplacement", "exports", "rapports", "disque", "registre", "clé",
        "publication",
      ])
    #expect(all.filter { $0.state != .fine }.map(\.french) == [])
    #expect(all[2].french == "5 fichiers lus, 6 indicateurs, 1 financeur")
    #expect(all[4].french == "2 exports lus jusqu'à mai 2022 : 2 acceptés, 0 refusés")
    #expect(all[8].french.hasSuffix(".bilan-key sera créée par la première publication"))
    #expect(all[9].french == "bilan run 2022-05 publierait l'édition 2022-05.1")
    #expect(!FileManager.default.fileExists(atPath: small.reports.path))
  }

  @Test func afterIt() throws {
    let small = try published()
    let before = try FileManager.default.subpathsOfDirectory(atPath: small.folder.path).sorted()
    let all = examine(inputs: small.inputs.path, reports: small.reports)
    #expect(
      all.map(\.what) == [
        "programme", "horloge", "définitions", "emplacement", "exports", "rapports", "disque", "registre", "fichiers",
        "éditions", "secret", "clé", "publication",
      ])
    #expect(all.filter { $0.state != .fine }.map(\.french) == [])
    #expect(all[7].french == "intègre, 1 édition")
    #expect(all[12].french == "mai 2022 : inchangé depuis l'édition 2022-05.1")
    #expect(try FileManager.default.subpathsOfDirectory(atPath: small.folder.path).sorted() == before)
    try small.edit("exports/adds/etp-2022-05.csv", "cree;1", "cree;0,5")
    try small.publish("2022-05")
    #expect(symptoms(small)["registre"]?.french == "intègre, 2 éditions")
  }

  @Test func aWrongDefinition() throws {
    let small = try published()
    try small.edit("programme.yaml", "start: 2022-01", "start: hier")
    let all = symptoms(small)
    #expect(all["définitions"]?.state == .wrong && all["définitions"]?.french.contains("programme.yaml:4") == true)
    // The rest is looked at all the same; whose key it would be cannot be said.
    #expect(all["fichiers"]?.state == .fine && all["clé"] == nil)
  }

  @Test func anotherProgramme() throws {
    let small = try published()
    try small.edit("programme.yaml", "id: essai", "id: autre")
    #expect(symptoms(small)["registre"]?.state == .wrong)
    #expect(symptoms(small)["registre"]?.french.contains("« essai », pas de « autre »") == true)
    #expect(throws: OtherProgramme.self) { try small.publish("2022-05") }
    #expect(throws: OtherProgramme.self) { try small.plan("2022-05") }
  }

  @Test func aLostOrForeignKey() throws {
    let small = try published()
    let key = small.folder.appending(path: ".bilan-key")
    let bytes = try Data(contentsOf: key)
    #expect(bytes.count == 32)
    try FileManager.default.removeItem(at: key)
    #expect(symptoms(small)["clé"]?.french.contains("a disparu") == true)
    #expect(throws: KeyUnusable.self) { try small.publish("2022-06") }
    _ = FileManager.default.createFile(
      atPath: key.path, contents: Data(repeating: 7, count: 32), attributes: [.posixPermissions: 0o600])
    #expect(symptoms(small)["clé"]?.french.contains("ce n'est pas la clé") == true)
    _ = FileManager.default.createFile(atPath: key.path, contents: bytes, attributes: [.posixPermissions: 0o644])
    #expect(symptoms(small)["clé"]?.french.contains("lisible par d'autres") == true)
    _ = FileManager.default.createFile(
      atPath: key.path, contents: bytes.dropLast(), attributes: [.posixPermissions: 0o600])
    #expect(symptoms(small)["clé"]?.french.contains("exactement 32 octets") == true)
  }

  @Test func filesThatWereTouched() throws {
    let small = try published()
    let folder = small.folder.appending(path: "reports/editions/2022-05.1")
    for file in ["interne/en-chiffres.md", "financeurs/region-2022-05.csv"] {
      try Data().write(to: folder.appending(path: file))
    }
    let found = try #require(symptoms(small)["fichiers"])
    #expect(found.state == .wrong && found.french.hasSuffix(" ; et 1 autres (bilan verify)"))
  }

  @Test func whatAKilledRunLeft() throws {
    let small = try published()
    let editions = small.folder.appending(path: "reports/editions")
    try FileManager.default.createDirectory(
      at: editions.appending(path: ".2022-06.1.partial"), withIntermediateDirectories: true)
    #expect(symptoms(small)["éditions"]?.state == .doubtful)
    let link = small.reports.link(Month("2022-05")!)
    try FileManager.default.removeItem(atPath: link)
    #expect(try small.store().unsettled().count == 2)
    // One folder that no link shows is what a kill leaves; a second was published, and the ledger is an old copy.
    for number in [2, 3] {
      try FileManager.default.createDirectory(
        at: editions.appending(path: "2022-05.\(number)"), withIntermediateDirectories: true)
      #expect(symptoms(small)["éditions"]?.state == (number == 2 ? .doubtful : .wrong))
    }
    #expect(throws: LedgerBehind.self) { try small.publish("2022-05") }
    try FileManager.default.removeItem(at: editions.appending(path: "2022-05.3"))
    var notices: [String] = []
    var request = RunRequest()
    request.last = Month("2022-05")
    try runMonths(
      request, inputs: InputsFolder(small.inputs.path), reports: small.reports, timings: Timings(),
      say: { if case .mended(let text) = $0 { notices.append(text) } }, done: { _, _ in })
    // The partial folder went with the run that was refused; the folder and the link are left.
    #expect(notices.count == 2)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "editions/2022-05.1")
    #expect(small.editions == ["2022-05.1"])
    let quarantine = small.folder.appending(path: "reports/.bilan/quarantine/2022-05.2").path
    #expect(FileManager.default.fileExists(atPath: quarantine))
    #expect(try small.store().unsettled().isEmpty && symptoms(small)["éditions"]?.state == .fine)
  }

  /// A link that shows a folder the ledger does not know: it was published.
  @Test func anOldCopyOfTheLedger() throws {
    let small = try published()
    let ledger = try Data(contentsOf: URL(filePath: small.reports.ledger))
    try small.edit("exports/adds/etp-2022-05.csv", "cree;1", "cree;0,5")
    try small.publish("2022-05")
    try ledger.write(to: URL(filePath: small.reports.ledger))
    #expect(symptoms(small)["éditions"]?.state == .wrong)
    #expect(throws: LedgerBehind.self) { try small.publish("2022-05") }
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    #expect(symptoms(small)["registre"]?.state == .wrong)
    #expect(throws: LedgerMissing.self) { try small.publish("2022-05") }
    #expect(throws: LedgerMissing.self) { try small.plan("2022-05") }
  }
}
