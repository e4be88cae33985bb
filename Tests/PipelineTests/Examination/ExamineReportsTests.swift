import Domain
import Foundation
import Host
import Testing

@testable import Pipeline

/// What doctor says of the folders that a run writes into, of the lock, and of where things stand.
@Suite struct ExamineReportsTests {
  private let files = FileManager.default

  private func published() throws -> SmallProgramme {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.jobs("die", "2022-05", "2 cree 1 alimentation")
    try small.publish("2022-05")
    return small
  }

  private func found(_ small: SmallProgramme, reports: ReportsFolder? = nil) -> [Symptom] {
    examine(inputs: small.inputs.path, reports: reports ?? small.reports).filter { $0.state != .fine }
  }

  @Test func filesInPlaceOfFolders() throws {
    let small = try published()
    let place = small.reports.path + "/.bilan/quarantine"
    try Data().write(to: URL(filePath: place))
    #expect(
      found(small).contains {
        $0.what == "rapports" && $0.state == .wrong && $0.french.hasSuffix("mv \(place) \(place).autre")
      })
    try files.removeItem(atPath: place)
    let blocked = small.folder.appending(path: "ailleurs")
    try Data().write(to: blocked)
    #expect(found(small, reports: ReportsFolder(blocked.path)).contains { $0.state == .wrong && $0.what == "rapports" })
    #expect(
      found(small, reports: ReportsFolder(blocked.path + "/reports")).contains {
        $0.state == .wrong && $0.french.contains("ne peut pas être créé")
      })
  }

  @Test func theLock() throws {
    let small = try published()
    let lock = try FileLock(small.reports.lock, since: "toujours")
    #expect(found(small).map(\.what) == ["verrou"])
    #expect(found(small)[0].french.contains("processus \(Clock.processId), depuis le toujours"))
    withExtendedLifetime(lock) {}
  }

  @Test func placesThatAreNone() throws {
    let small = try published()
    let among = ReportsFolder(small.inputs.path + "/exports/adds/reports")
    #expect(found(small, reports: among).contains { $0.what == "emplacement" && $0.state == .wrong })
    let inside = ReportsFolder(small.inputs.path + "/reports")
    #expect(found(small, reports: inside).contains { $0.what == "emplacement" && $0.state == .doubtful })
    #expect(
      found(small, reports: ReportsFolder(small.folder.path)).contains {
        $0.what == "emplacement" && $0.state == .wrong && $0.french.contains("les données sont dans les rapports")
      })
  }

  /// The ledger cannot be read, and the key is gone as well: both are told.
  @Test func theKeyWithoutALedger() throws {
    let small = try published()
    try files.removeItem(atPath: small.reports.ledger)
    #expect(!found(small).contains { $0.what == "clé" })
    try files.removeItem(at: small.folder.appending(path: ".bilan-key"))
    #expect(found(small).contains { $0.what == "clé" && $0.state == .wrong })
  }

  @Test func ledgersOfOtherVersions() throws {
    let small = try published()
    try DatabaseEdit(small.reports.ledger).run("INSERT INTO grdb_migrations VALUES ('v99')")
    #expect(found(small).contains { $0.what == "registre" && $0.state == .wrong && $0.french.contains("plus récente") })
    // Of an older version: it is read as it would be.
    try DatabaseEdit(small.reports.ledger).run(
      """
      DELETE FROM grdb_migrations WHERE identifier = 'v99' OR identifier LIKE '2 %';
      DROP TABLE sending; ALTER TABLE run DROP COLUMN fingerprint;
      """)
    #expect(!found(small).contains { $0.what == "registre" })
    try DatabaseEdit(small.reports.ledger).run("DELETE FROM grdb_migrations")
    #expect(
      found(small).contains { $0.what == "registre" && $0.state == .doubtful && $0.french.contains("plus ancienne") })
  }

  @Test func aDamagedArchive() throws {
    let small = try published()
    let name = try small.archived(.etp, "2022-05.1").name
    try Data("x".utf8).write(to: URL(filePath: small.reports.path + "/.bilan/archive/" + name))
    #expect(found(small).contains { $0.what == "fichiers" && $0.state == .wrong && $0.french.contains(name) })
  }
}

import GRDB

/// A ledger as another version of bilan would leave it.
private struct DatabaseEdit {
  let queue: DatabaseQueue
  init(_ path: String) throws { queue = try DatabaseQueue(path: path) }
  func run(_ sql: String) throws { try queue.write { try $0.execute(sql: sql) } }
}
