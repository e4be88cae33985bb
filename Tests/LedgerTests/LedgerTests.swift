import Foundation
import GRDB
import Testing

@testable import Ledger

/// A ledger in a folder of its own.
final class LedgerFolder {
  let path: String
  private let folder = FileManager.default.temporaryDirectory.appending(path: "bilan-ledger-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "ledger.sqlite").path
    try Data().write(to: URL(filePath: path))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What SQLite says without our code.
  func raw(_ statement: String) throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: statement) }
  }
}

enum SampleContents {
  static func edition(_ number: Int, month: String = "2022-05") -> EditionContents {
    EditionContents(
      edition: EditionRecord(
        month: month, number: number, predecessor: number > 1 ? "\(month).\(number - 1)" : nil, reason: nil,
        materiality: nil, causes: "", changes: 0, programme: "essai", program: "0.2.0", fingerprint: "f\(number)",
        figures: "t", manifest: "m", acceptedLoss: false, publishedAt: "2022-06-15T06:30:00Z", effects: "[]"),
      inputs: [
        InputRecord(
          association: "afeji", kind: "etp", month: month, file: "exports/afeji/etp-\(month).csv", sha256: "raw",
          outcome: "accepted", isOwed: true, rowsKept: 3, rowsRefused: 1, waived: nil, archive: "raw.csv"),
        InputRecord(
          association: "die", kind: "etp", month: month, file: "", sha256: "", outcome: "absent", isOwed: true,
          rowsKept: 0, rowsRefused: 0, waived: "fermée", archive: nil),
      ],
      definitions: [DefinitionRecord(file: "programme.yaml", sha256: "p")],
      findings: [
        FindingRecord(
          code: "out-of-range", severity: "row", association: "afeji", kind: "etp", month: month, file: "x", line: 4,
          row: nil, otherLines: "5 6", column: 7, header: "ETP", rule: "règle", remedy: "remède")
      ],
      figures: [
        FigureRecord(
          indicator: "etp_total", horizon: "mois", cell: "", value: "5/2", numerator: nil, denominator: nil,
          status: "P",
          reason: nil, confidentiality: "F"),
        FigureRecord(
          indicator: "etp_total", horizon: "mois", cell: "axe=mobilite", value: nil, numerator: nil, denominator: nil,
          status: "M", reason: "aucun-fichier", confidentiality: "F"),
      ],
      readings: [
        ReadingRecord(
          sha256: "raw", association: "afeji", kind: "etp", form: "forme", archive: "raw.csv", archiveSHA256: "a")
      ])
  }
  static let run = RunRecord(at: "2022-06-15T06:30:00Z", month: "2022-05", program: "0.2.0", outcome: .published)
}

@Suite struct LedgerTests {
  @Test func givesBackWhatWasCommitted() throws {
    let folder = try LedgerFolder()
    let contents = SampleContents.edition(1)
    try Ledger(folder.path, .writing).commit(contents, keyId: "clé", run: SampleContents.run)
    let ledger = try Ledger(folder.path, .reading)
    let edition = try #require(try ledger.editions().first)
    #expect(edition.name == "2022-05.1")
    #expect(try ledger.inputs(of: edition) == contents.inputs)
    #expect(try ledger.definitions(of: edition) == contents.definitions)
    #expect(try ledger.findings(of: edition) == contents.findings)
    #expect(try ledger.figures(of: edition) == contents.figures)
    #expect(try ledger.totals(of: edition) == [contents.figures[0]])
    #expect(try ledger.readings(form: "forme") == contents.readings)
    #expect(try ledger.readings(form: "autre").isEmpty)
    #expect(try ledger.archives() == ["raw.csv": "a"])
    #expect(try ledger.programme()?.keyId == "clé")
    #expect(try ledger.lastRun() == SampleContents.run)
    #expect(try ledger.faults().isEmpty)
  }

  @Test func knowsTheNewestEditionOfEachMonth() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    for (number, month) in [(1, "2022-05"), (2, "2022-05"), (1, "2022-04")] {
      try ledger.commit(SampleContents.edition(number, month: month), keyId: "clé", run: SampleContents.run)
    }
    #expect(try ledger.currentEditions().map(\.name) == ["2022-04.1", "2022-05.2"])
    #expect(try ledger.editions().map(\.name) == ["2022-04.1", "2022-05.1", "2022-05.2"])
  }

  /// A number that is taken, and the whole of it is undone: no half edition.
  @Test func commitsAllOrNothing() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    try ledger.commit(SampleContents.edition(1), keyId: "clé", run: SampleContents.run)
    #expect(throws: LedgerError.damaged(folder.path)) {
      try ledger.commit(SampleContents.edition(1), keyId: "clé", run: SampleContents.run)
    }
    var unknown = SampleContents.edition(2)
    unknown.inputs[0].archive = "jamais vu.csv"
    #expect(throws: LedgerError.self) { try ledger.commit(unknown, keyId: "clé", run: SampleContents.run) }
    #expect(try ledger.editions().count == 1)
    #expect(try ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM run") } == 1)
  }

  @Test func remembersTheLastWordOnClosing() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    for (isClosed, reason) in [(true, nil), (false, "erreur"), (true, "fin d'année")] as [(Bool, String?)] {
      try ledger.close(ClosingRecord(month: "2022-05", isClosed: isClosed, reason: reason, at: "t"))
    }
    #expect(try ledger.closings().map(\.reason) == ["fin d'année"])
    #expect(try ledger.closings(of: "2022-05").map(\.isClosed) == [true, false, true])
  }

  @Test func refusesWhatIsNoLedger() throws {
    let folder = try LedgerFolder()
    try Data(repeating: 0x41, count: 8192).write(to: URL(filePath: folder.path))
    #expect(throws: LedgerError.damaged(folder.path)) { try Ledger(folder.path, .writing) }
    #expect(throws: LedgerError.damaged(folder.path)) { try Ledger(folder.path, .reading) }
  }

  /// A migration that this program does not know: a newer one wrote it.
  @Test func refusesANewerLedger() throws {
    let folder = try LedgerFolder()
    _ = try Ledger(folder.path, .writing)
    try folder.raw("INSERT INTO grdb_migrations VALUES ('99 demain')")
    #expect(throws: LedgerError.newer(folder.path)) { try Ledger(folder.path, .writing) }
    #expect(throws: LedgerError.newer(folder.path)) { try Ledger(folder.path, .reading) }
  }

  @Test func bringsAnOlderLedgerUpToDateOnlyWhenWriting() throws {
    let folder = try LedgerFolder()
    // An empty file is a ledger from before the first migration.
    try folder.raw("CREATE TABLE avant (x)")
    #expect(throws: LedgerError.older(folder.path)) { try Ledger(folder.path, .reading) }
    _ = try Ledger(folder.path, .writing)
    #expect(try Ledger(folder.path, .reading).editions().isEmpty)
  }

  @Test func saysWhenAnotherHoldsIt() throws {
    #expect(LedgerError(DatabaseError(resultCode: .SQLITE_BUSY), "l") == .busy("l"))
    #expect(LedgerError(DatabaseError(resultCode: .SQLITE_READONLY), "l") == .denied("l"))
    #expect(LedgerError(DatabaseError(resultCode: .SQLITE_CANTOPEN), "l") == .denied("l"))
    #expect(LedgerError(DatabaseError(resultCode: .SQLITE_FULL), "l") == .disk("l"))
    #expect(LedgerError(DatabaseError(resultCode: .SQLITE_IOERR), "l") == .disk("l"))
    #expect(LedgerError(DatabaseError(resultCode: .SQLITE_CORRUPT), "l") == .damaged("l"))
  }

  /// Bytes of a table overwritten: found by SQLite's own check.
  @Test func findsItsOwnFaults() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    for number in 1...40 { try ledger.commit(SampleContents.edition(number), keyId: "clé", run: SampleContents.run) }
    try ledger.queue.close()
    let file = try FileHandle(forUpdating: URL(filePath: folder.path))
    try file.seek(toOffset: try file.seekToEnd() / 2 / 4096 * 4096)
    file.write(Data(repeating: 0xFF, count: 4096))
    try file.close()
    var isFound = false
    do { isFound = try !Ledger(folder.path, .reading).faults().isEmpty } catch is LedgerError { isFound = true }
    #expect(isFound)
  }
}
