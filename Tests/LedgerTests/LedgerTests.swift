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

  /// What SQLite does without our code, foreign keys unheeded.
  func raw(_ statement: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    try DatabaseQueue(path: path, configuration: configuration).write { try $0.execute(sql: statement) }
  }
}

extension InputRecord {
  func with(file: String? = nil, archive: String? = nil) -> InputRecord {
    InputRecord(
      association: association, kind: kind, month: month, file: file ?? self.file, sha256: sha256, outcome: outcome,
      isOwed: isOwed, rowsKept: rowsKept, rowsRefused: rowsRefused, waived: waived, archive: archive ?? self.archive)
  }
}

extension FindingRecord {
  func with(file: String? = nil, header: String? = nil) -> FindingRecord {
    FindingRecord(
      code: code, severity: severity, association: association, kind: kind, month: month, file: file ?? self.file,
      line: line, row: row, otherLines: otherLines, column: column, header: header ?? self.header, rule: rule,
      remedy: remedy)
  }
}

enum SampleContents {
  static func edition(_ number: Int, month: String = "2022-05") -> EditionContents {
    EditionContents(
      edition: EditionRecord(
        month: month, number: number, predecessor: number > 1 ? "\(month).\(number - 1)" : nil, reason: nil,
        materiality: nil, causes: "", changes: 0, programme: "essai", bilanVersion: "0.2.0", fingerprint: "f\(number)",
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
      archivedExports: [
        ArchivedExportRecord(
          sha256: "raw", association: "afeji", kind: "etp", definitionsHash: "définitions", archive: "raw.csv",
          archiveSHA256: "a")
      ])
  }
  static let run = RunRecord(at: "2022-06-15T06:30:00Z", month: "2022-05", bilanVersion: "0.2.0", outcome: .published)
}

extension Ledger {
  func inputs(of edition: EditionRecord) throws -> [InputRecord] { try inputList(of: edition).records }
  func findings(of edition: EditionRecord) throws -> [FindingRecord] { try findingList(of: edition).records }

  /// Behind the edition committed last.
  func commit(_ contents: EditionContents, keyId: String, run: RunRecord) throws {
    try commit(contents, as: lists(of: contents), keyId: keyId, run: run)
  }
}

@Suite struct LedgerTests {
  @Test func givesBackWhatWasCommitted() throws {
    let folder = try LedgerFolder()
    let contents = SampleContents.edition(1)
    try Ledger(folder.path, .writing).commit(contents, keyId: "clé", run: SampleContents.run)
    let ledger = try Ledger(folder.path, .reading)
    let edition = try #require(try ledger.editions().first)
    #expect(edition.name == "2022-05.1")
    #expect(try ledger.inputs(of: edition)[...] == contents.inputs)
    #expect(try ledger.definitions(of: edition) == contents.definitions)
    #expect(try ledger.findings(of: edition)[...] == contents.findings)
    #expect(try ledger.figures(of: edition) == contents.figures)
    #expect(try ledger.archivedExports(definitionsHash: "définitions") == contents.archivedExports)
    #expect(try ledger.archivedExports(definitionsHash: "autres").isEmpty)
    #expect(try ledger.archives() == ["raw.csv": "a"])
    #expect(try ledger.programme()?.keyId == "clé")
    #expect(try ledger.lastRun() == SampleContents.run)
    #expect(try ledger.integrityErrors().isEmpty)
  }

  /// 3, EXTRA: with FULL (2) the end of the journal is not on the disk, and a power cut brings the state before the commit back.
  @Test func commitsOutliveAPowerCut() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    #expect(try ledger.queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 3)
  }

  @Test func knowsTheNewestEditionOfEachMonth() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    for (number, month) in [(1, "2022-05"), (2, "2022-05"), (1, "2022-04")] {
      try ledger.commit(SampleContents.edition(number, month: month), keyId: "clé", run: SampleContents.run)
    }
    #expect(try ledger.currentEditions().map(\.name) == ["2022-04.1", "2022-05.2"])
    #expect(try ledger.editions().map(\.name) == ["2022-04.1", "2022-05.1", "2022-05.2"])
    #expect(try ledger.editions(of: "2022-05").map(\.name) == ["2022-05.1", "2022-05.2"])
    #expect(try ledger.currentEdition(of: "2022-05")?.name == "2022-05.2")
    #expect(try ledger.currentEdition(of: "2022-06")?.name == nil)
    #expect(try ledger.edition("2022-05", number: 1)?.fingerprint == "f1")
    #expect(try ledger.edition("2022-05", number: 3)?.name == nil)
  }

  /// A number that is taken, and the whole of it is undone: no half edition.
  @Test func commitsAllOrNothing() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    try ledger.commit(SampleContents.edition(1), keyId: "clé", run: SampleContents.run)
    #expect(throws: LedgerError.self) {
      try ledger.commit(SampleContents.edition(1), keyId: "clé", run: SampleContents.run)
    }
    var unknown = SampleContents.edition(2)
    unknown.inputs[0] = unknown.inputs[0].with(archive: "jamais vu.csv")
    #expect(throws: LedgerError.self) { try ledger.commit(unknown, keyId: "clé", run: SampleContents.run) }
    #expect(try ledger.editions().count == 1)
    #expect(try ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM run") } == 1)
  }

  /// A ledger of the schema before: who reads sees it as it would be and changes nothing, who writes brings it up to date.
  @Test func bringsAnOlderLedgerUpToDate() throws {
    let folder = try LedgerFolder()
    try Ledger(folder.path, .writing).commit(SampleContents.edition(1), keyId: "clé", run: SampleContents.run)
    try folder.raw(
      """
      DROP VIEW wholeInput; DROP VIEW wholeFinding; DROP TABLE inherited;
      DROP TABLE sending; DROP TABLE disclosure; DROP TABLE purge; ALTER TABLE run DROP COLUMN fingerprint; ALTER TABLE closing DROP COLUMN seal; ALTER TABLE reading DROP COLUMN seal;
      ALTER TABLE edition DROP COLUMN told;
      DELETE FROM grdb_migrations WHERE identifier > '2';
      """)
    let before = try Data(contentsOf: URL(filePath: folder.path))
    let reading = try Ledger(folder.path, .reading)
    #expect(try reading.editions().map(\.name) == ["2022-05.1"] && reading.sendings().isEmpty)
    #expect(try reading.lastGoodRun() == SampleContents.run)
    #expect(try Data(contentsOf: URL(filePath: folder.path)) == before)
    let writing = try Ledger(folder.path, .writing)
    let edition = try #require(try writing.editions().first)
    #expect(try writing.inputs(of: edition)[...] == SampleContents.edition(1).inputs)
    #expect(try writing.findings(of: edition)[...] == SampleContents.edition(1).findings)
    try writing.send(
      SendingRecord(month: "2022-05", number: 1, funder: "region", sentOn: "2022-06-16", at: "2022-06-17T08:00:00Z"),
      of: edition)
    try writing.record(
      RunRecord(
        at: "2022-06-18T08:00:00Z", month: "2022-05", bilanVersion: "0.6.0", outcome: .confirmed, fingerprint: "f9"),
      edition: edition)
    try writing.record(RunRecord(at: "2022-06-19T08:00:00Z", month: "2022-05", bilanVersion: "0.6.0", outcome: .failed))
    #expect(try writing.sendings(of: "2022-05").map(\.edition) == ["2022-05.1"])
    #expect(try writing.sendings().first?.sentOn == "2022-06-16" && writing.sendings(of: "2022-06").isEmpty)
    #expect(try writing.confirmingFingerprints(of: edition) == ["f9"])
    #expect(try writing.lastRun()?.outcome == .failed && writing.lastGoodRun()?.outcome == .confirmed)
  }

  @Test func remembersTheLastWordOnClosing() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    for (isClosed, reason) in [(true, nil), (false, "erreur"), (true, "fin d'année")] as [(Bool, String?)] {
      try ledger.close(ClosingRecord(month: "2022-05", isClosed: isClosed, reason: reason, at: "t"))
    }
    #expect(try ledger.closings(of: "2022-05").map(\.isClosed) == [true, false, true])
    #expect(try ledger.closings(of: "2022-05").last?.reason == "fin d'année")
    #expect(try ledger.closings(of: "2022-06").isEmpty)
  }

  /// The columns are what they were before the records' own names changed: no migration.
  @Test func writesTheColumnsOfTheFirstSchema() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    try ledger.commit(SampleContents.edition(1), keyId: "clé", run: SampleContents.run)
    let rows = try ledger.read { db in
      try [
        "SELECT program FROM edition", "SELECT program || edition FROM run", "SELECT form FROM reading",
        "SELECT edition || ' ' || position || ' ' || association FROM input WHERE file = ''",
        "SELECT edition || ' ' || position || ' ' || cell FROM figure WHERE status = 'M'",
        "SELECT edition || ' ' || position || ' ' || \"row\" || otherLines || \"column\" FROM finding",
        "SELECT edition || ' ' || sha256 FROM definition",
      ].map { try String.fetchOne(db, sql: $0) }
    }
    // The finding has no row: NULL.
    #expect(rows == ["0.2.0", "0.2.01", "définitions", "1 1 die", "1 1 axe=mobilite", nil, "1 p"])
  }

  @Test func bringsAnOlderLedgerUpToDateOnlyWhenWriting() throws {
    let folder = try LedgerFolder()
    // An empty file is a ledger from before the first migration.
    try folder.raw("CREATE TABLE avant (x)")
    let error = #expect(throws: LedgerError.self) { try Ledger(folder.path, .reading) }
    #expect(error?.kind == .older)
    _ = try Ledger(folder.path, .writing)
    #expect(try Ledger(folder.path, .reading).editions().isEmpty)
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
    do { isFound = try !Ledger(folder.path, .reading).integrityErrors().isEmpty } catch {
      isFound = error.kind == .damaged
    }
    #expect(isFound)
  }
}
