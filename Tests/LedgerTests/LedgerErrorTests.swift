import Failures
import Foundation
import GRDB
import Testing

@testable import Ledger

/// What a ledger that cannot be used is told as, with which exit code; and that nothing of a row is ever said.
@Suite struct LedgerErrorTests {
  private func error(_ body: () throws -> Void) throws -> LedgerError {
    try #require(#expect(throws: LedgerError.self, performing: body))
  }

  @Test(arguments: [Ledger.Access.reading, .writing]) func refusesWhatIsNoDatabase(_ access: Ledger.Access) throws {
    let folder = try LedgerFolder()
    try Data(repeating: 0x41, count: 8192).write(to: URL(filePath: folder.path))
    let error = try error { _ = try Ledger(folder.path, access) }
    #expect(error.kind == .damaged)
    #expect(error.exitCode == .configuration)
    // https://sqlite.org/rescode.html: 26, SQLITE_NOTADB.
    #expect(error.causes.first?.hasPrefix("SQLite 26 : ") == true)
    #expect(
      error.text
        == "\(folder.path) : le registre est abîmé. \(rebuildRemedy(folder.path))"
    )
  }

  /// The pages of the figures overwritten, the first page left as it was: it opens, and then does not read.
  @Test func refusesWhatIsNoLongerADatabase() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    var contents = SampleContents.edition(1)
    contents.figures = (0..<2000).map { number in
      var figure = contents.figures[0]
      figure.cell = "axe=\(number)"
      return figure
    }
    try ledger.commit(contents, keyId: "clé", run: SampleContents.run)
    try ledger.queue.close()
    let file = try FileHandle(forUpdating: URL(filePath: folder.path))
    let size = Int(try file.seekToEnd())
    let half = size / 2 / 4096 * 4096
    try file.seek(toOffset: UInt64(half))
    file.write(Data(repeating: 0xFF, count: size - half))
    try file.close()
    let damaged = try Ledger(folder.path, .reading)
    let edition = try #require(try damaged.editions().first)
    let error = try error { _ = try damaged.figures(of: edition) }
    #expect(error.kind == .damaged)
    #expect(error.exitCode == .configuration)
    // 11, SQLITE_CORRUPT, alone or with what exactly: the low byte.
    #expect((error.cause as? SQLiteError).map { $0.code & 0xFF } == 11)
  }

  @Test func refusesANewerLedger() throws {
    let folder = try LedgerFolder()
    _ = try Ledger(folder.path, .writing)
    try folder.raw("INSERT INTO grdb_migrations VALUES ('99 demain')")
    for access in [Ledger.Access.reading, .writing] {
      let error = try error { _ = try Ledger(folder.path, access) }
      #expect(error.kind == .newer)
      #expect(
        error.text == "\(folder.path) : le registre vient d'une version plus récente de bilan. Mettre bilan à jour.")
    }
  }

  /// Somebody else's figures of an edition that is still to come.
  @Test func aBrokenConstraintIsADefectAndSaysNoValue() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    try ledger.commit(SampleContents.edition(1), keyId: "clé", run: SampleContents.run)
    var second = SampleContents.edition(2)
    second.findings = [second.findings[0].with(file: "canari")]
    try folder.raw(
      "INSERT INTO finding (edition, position, code, severity, file, otherLines, rule, remedy)"
        + " VALUES (2, 0, 'x', 'row', 'x', '', 'x', 'x')")
    let error = try error { try ledger.commit(second, keyId: "clé", run: SampleContents.run) }
    #expect(error.kind == .defect)
    #expect(error.exitCode == .defect)
    // 1555, SQLITE_CONSTRAINT_PRIMARYKEY.
    #expect(
      error.text == "\(folder.path) : le registre ne répond pas à ce que bilan lui demande "
        + "(SQLite 1555 : UNIQUE constraint failed: finding.edition, finding.position). "
        + "C'est un défaut de bilan : le signaler, avec la commande et ce message.")
    let cause = try #require(error.causes.first)
    #expect(cause.contains("INSERT INTO") && cause.contains("finding"))
    #expect(!"\(error.text) \(error.causes) \(error) \(String(reflecting: error))".contains("canari"))
  }

  @Test func aMissingTableIsADefect() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    try ledger.commit(SampleContents.edition(1), keyId: "clé", run: SampleContents.run)
    try folder.raw("DROP TABLE figure")
    let edition = try #require(try ledger.editions().first)
    let error = try error { _ = try ledger.figures(of: edition) }
    #expect(error.kind == .damaged)
    #expect(error.causes.first?.hasPrefix("SQLite 1 : no such table: figure") == true)
  }

  /// What a flipped byte makes of the list of migrations is no newer bilan's.
  @Test func migrationsThatNobodyMade() throws {
    for (statement, kind) in [
      (
        "UPDATE grdb_migrations SET identifier = '1 edktions' WHERE identifier = '1 editions'", LedgerError.Kind.damaged
      ),
      ("INSERT INTO grdb_migrations VALUES ('9 autre')", .newer),
    ] {
      let folder = try LedgerFolder()
      try Ledger(folder.path, .writing).record(SampleContents.run)
      try folder.raw(statement)
      let error = try error { _ = try Ledger(folder.path, .reading) }
      #expect(error.kind == kind, "\(statement)")
    }
  }

  /// Texts that are none any more end no program.
  @Test func numbersWhereTextsWere() throws {
    let folder = try LedgerFolder()
    try Ledger(folder.path, .writing).commit(SampleContents.edition(1), keyId: "clé", run: SampleContents.run)
    try folder.raw(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(replace(sql, 'STRICT', ''), ', WITHOUT ROWID', 'WITHOUT ROWID')
      WHERE name IN ('programme', 'archive');
      """)
    try folder.raw("UPDATE programme SET keyId = x'00FF'; UPDATE archive SET sha256 = x'00FF'")
    let ledger = try Ledger(folder.path, .reading)
    #expect(try error { _ = try ledger.programme() }.kind == .damaged)
    #expect(try error { _ = try ledger.archives() }.kind == .damaged)
  }

  /// A word that no bilan wrote: the record does not read, and the word is not said.
  @Test func aRowThatIsNoRecordIsDamage() throws {
    let folder = try LedgerFolder()
    let ledger = try Ledger(folder.path, .writing)
    try ledger.record(SampleContents.run)
    try folder.raw("UPDATE run SET outcome = 'canari'")
    let error = try error { _ = try ledger.lastRun() }
    #expect(error.kind == .damaged)
    #expect(error.causes == ["DecodingError"])
    #expect(!error.text.contains("canari"))
  }

  @Test(
    arguments: [
      (.SQLITE_BUSY, .busy, 75), (.SQLITE_LOCKED, .busy, 75), (.SQLITE_PERM, .denied, 77),
      (.SQLITE_AUTH, .denied, 77), (.SQLITE_READONLY, .disk, 74), (.SQLITE_READONLY_DIRECTORY, .denied, 77),
      (.SQLITE_CANTOPEN, .disk, 74),
      (.SQLITE_FULL, .disk, 74), (.SQLITE_IOERR, .disk, 74), (.SQLITE_IOERR_FSYNC, .disk, 74),
      (.SQLITE_NOMEM, .memory, 74), (.SQLITE_CORRUPT, .damaged, 78), (.SQLITE_NOTADB, .damaged, 78),
      (.SQLITE_CONSTRAINT, .defect, 70), (.SQLITE_ERROR, .defect, 70), (.SQLITE_MISUSE, .defect, 70),
    ] as [(ResultCode, LedgerError.Kind, Int32)])
  func tellsResultCodesApart(_ code: ResultCode, _ kind: LedgerError.Kind, _ exit: Int32) {
    let error = LedgerError(DatabaseError(resultCode: code), "l")
    #expect(error.kind == kind)
    #expect(error.exitCode.rawValue == exit)
  }

  @Test func saysWhatToDo() {
    let texts: [(LedgerError.Kind, String)] = [
      (
        .older,
        "l : le registre vient d'une version plus ancienne de bilan. Lancer bilan run une fois : il le met à jour."
      ),
      (.busy, "l : le registre est occupé par une autre exécution. Relancer dans un instant."),
      (.denied, "l : accès refusé au registre. Vérifier le propriétaire et les droits du dossier."),
      (.disk, "l : le disque est plein, en panne, ou ne répond pas. Vérifier le disque et sa place, puis relancer."),
    ]
    for (kind, text) in texts { #expect(LedgerError(kind, "l").text == text) }
  }
}
