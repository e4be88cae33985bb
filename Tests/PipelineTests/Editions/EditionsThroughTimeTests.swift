import Domain
import Foundation
import GRDB
import Testing

@testable import Pipeline

/// Editions through time: what was published stays what it was, whatever becomes of inputs, definitions, bilan and ledger.
@Suite struct EditionsThroughTimeTests {
  private func published() throws -> SmallProgramme {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1", "2 cree 0,5")
    try small.jobs("die", "2022-05", "1 existant 1 alimentation")
    try small.persons("adds", "2022-05", 20)
    try small.publish("2022-05")
    return small
  }

  private func ledger(_ small: SmallProgramme) throws -> DatabaseQueue { try DatabaseQueue(path: small.reports.ledger) }

  private func etp(_ edition: String, _ small: SmallProgramme, _ cell: Cell = .total) throws -> Rational? {
    try small.store().figures(of: small.edition(edition))["etp_total", .mois, cell]?.value
  }

  @Test func findsEditionsByMonthAndName() throws {
    let small = try published()
    try small.edit("exports/adds/etp-2022-05.csv", "cree;0,5", "cree;1")
    try small.publish("2022-05")
    try small.jobs("adds", "2022-04", "1 cree 1")
    try small.publish("2022-04")
    let store = try small.store()
    let may = Month("2022-05")!
    #expect(try store.editions(of: may).map(\.name) == ["2022-05.1", "2022-05.2"])
    #expect(try store.current(may)?.name == "2022-05.2")
    #expect(try store.current(Month("2022-06")!) == nil)
    let first = try #require(try store.edition("2022-05.1"))
    let second = try #require(try store.edition("2022-05.2"))
    #expect(try store.edition("2022-05.3") == nil && store.edition("hier") == nil)
    #expect(try store.successor(of: first)?.name == "2022-05.2" && store.successor(of: second) == nil)
    #expect(second.predecessor == "2022-05.1" && first.predecessor == nil)
    #expect(try etp("2022-05.1", small) == Rational(5, over: 2) && etp("2022-05.2", small) == Rational(3))
  }

  /// Another habit of an association makes the same raw file read otherwise: both readings stand in the archive, and each
  /// edition is made again from its own.
  @Test func twoReadingsOfOneFile() throws {
    let small = try published()
    // Half of the persons have a blank for RSA: unknown before, a no from now on. No report tells of it: alone it is no edition.
    try small.edit("programme.yaml", "owes: [etp, beneficiaires]}", "owes: [etp, beneficiaires], blank_is_no: [rsa]}")
    #expect(try small.publish("2022-05") == nil)
    try small.edit("exports/adds/etp-2022-05.csv", "cree;0,5", "cree;1")
    try small.publish("2022-05")
    let archive = small.folder.appending(path: "reports/.bilan/archive").path
    let registers = try FileManager.default.contentsOfDirectory(atPath: archive).filter { name in
      try name.hasSuffix(".csv")
        && String(contentsOfFile: archive + "/" + name, encoding: .utf8).contains("cle_personne")
    }
    #expect(registers.count == 2)
    let stem = try #require(registers.map { $0.prefix(64) }.first)
    #expect(registers.allSatisfy { $0.hasPrefix(stem) })
    for edition in ["2022-05.1", "2022-05.2"] {
      let verification = try small.verify(edition)
      #expect(verification.discrepancies.isEmpty && verification.bytes == .same, "\(verification.discrepancies)")
    }
    let store = try small.store()
    let texts = try ["2022-05.1", "2022-05.2"].map { edition in
      String(decoding: try store.archive.text(small.archived(.beneficiaires, edition)), as: UTF8.self)
    }
    #expect(texts[0].count(where: { $0 == "\n" }) == 21 && !texts[0].contains(",non,") && texts[1].contains(",non,"))
  }

  /// An edition of another version of bilan: its figures are compared as published, a step of its own names the version, and
  /// verify does not make its bytes again.
  @Test func anOldVersion() throws {
    let small = try published()
    try small.ledger("UPDATE edition SET program = '0.0.1', fingerprint = 'of old'")
    // What that version computed: a figure that this one computes otherwise.
    try small.makeOlder("UPDATE figure SET value = '9/4' WHERE indicator = 'etp_total' AND cell = ''")
    // Nobody sent anything else: it is said, and published where it is asked.
    let unchanged = try small.plan("2022-05")[0]
    #expect(unchanged.remake?.bilanVersion == "0.0.1" && unchanged.remake?.figures == 1)
    #expect(try small.publish("2022-05") == nil && small.store().ledger.lastRun()?.outcome == .unchanged)
    let plan = try small.plan("2022-05") { $0.remakes = true }[0]
    let revision = try #require(plan.comparison?.revisions.first)
    #expect(plan.comparison?.revisions.count == 1 && revision.key == Figures.Key("etp_total", .mois))
    #expect(revision.old == Rational(9, over: 4) && revision.new == Rational(5, over: 2))
    #expect(revision.steps == [RevisionStep(.programme, .software, french: "bilan 0.0.1 → \(bilanVersion)")])
    #expect(plan.comparison?.causes == [.programme] && plan.comparison?.files.isEmpty == true)
    // With a correction on top, the version goes first and takes what is its own.
    try small.edit("exports/adds/etp-2022-05.csv", "cree;0,5", "cree;1")
    let both = try small.plan("2022-05")[0].comparison
    #expect(both?.revisions.first?.steps.causes == [.programme, .donnee])
    #expect(both?.revisions.dropFirst().allSatisfy { $0.steps.causes == [.donnee] } == true)
    let verification = try small.verify("2022-05.1")
    #expect(verification.bytes == .otherVersion("0.0.1") && !verification.discrepancies.isEmpty)
  }

  /// What another version made is made again where it is asked, and only where anything would be another.
  @Test func remake() throws {
    let small = try published()
    try small.makeOlder("UPDATE edition SET program = '0.0.1'")
    #expect(try small.publish("2022-05") { $0.remakes = true } == nil, "the same bytes")
    try small.makeOlder("UPDATE figure SET value = '9/4' WHERE indicator = 'etp_total' AND cell = ''")
    _ = try closeMonth(Month("2022-05")!, isClosed: true, reason: nil, reports: small.reports)
    #expect(try small.publish("2022-05") == nil, "a new version troubles no closed month")
    #expect(throws: PublicationRefused.self) { try small.publish("2022-05") { $0.remakes = true } }
    _ = try closeMonth(Month("2022-05")!, isClosed: false, reason: "nouvelle version", reports: small.reports)
    let published = try small.publish("2022-05") { $0.remakes = true }
    #expect(published?.edition.description == "2022-05.2" && published?.edition.causes == [.programme])
    #expect(try small.publish("2022-05") { $0.remakes = true } == nil)
  }

  /// The commit fails: nothing was published, nothing is left behind, and the next run publishes under the same number.
  @Test func aCommitThatFails() throws {
    let small = try published()
    try small.edit("exports/adds/etp-2022-05.csv", "cree;0,5", "cree;1")
    try ledger(small).write {
      try $0.execute(
        sql: "CREATE TRIGGER refuse BEFORE INSERT ON figure BEGIN SELECT RAISE(ABORT, 'refused'); END")
    }
    #expect(throws: (any Error).self) { try small.publish("2022-05") }
    #expect(small.editions == ["2022-05.1"])
    #expect(try small.store().editions().map(\.name) == ["2022-05.1"])
    let link = small.reports.link(Month("2022-05")!)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "editions/2022-05.1")
    try ledger(small).write { try $0.execute(sql: "DROP TRIGGER refuse") }
    #expect(try small.publish("2022-05")?.edition.description == "2022-05.2")
    #expect(try small.verify("2022-05.2").discrepancies.isEmpty)
  }

  /// Killed while it committed: the ledger stands half written beside its journal. Reading rolls it back, and so does a run.
  @Test(arguments: [false, true]) func aHotJournal(isRun: Bool) throws {
    let small = try published()
    let (path, copy) = (small.reports.ledger, small.reports.ledger + ".copy")
    let whole = try Data(contentsOf: URL(filePath: path))
    try ledger(small).writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA cache_size = 1")
      try db.inTransaction {
        // More than the cache holds, so that pages reach the file before the commit.
        try db.execute(sql: "UPDATE figure SET value = '1'")
        try db.execute(sql: "UPDATE edition SET reason = 'half'")
        for _ in 0..<200 { try db.execute(sql: "INSERT INTO closing (month, isClosed, at) VALUES ('2022-05', 1, 'x')") }
        for end in ["", "-journal"] { try FileManager.default.copyItem(atPath: path + end, toPath: copy + end) }
        return .rollback
      }
    }
    #expect(try Data(contentsOf: URL(filePath: copy)) != whole, "nothing is half written")
    for end in ["", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + end)
      try FileManager.default.moveItem(atPath: copy + end, toPath: path + end)
    }
    if isRun { #expect(try small.publish("2022-05") == nil) }
    let store = try small.store()
    #expect(try store.current(Month("2022-05")!)?.reason == nil && store.closing(of: Month("2022-05")!) == nil)
    #expect(try etp("2022-05.1", small) == Rational(5, over: 2))
    #expect(try small.verify("2022-05.1").discrepancies.isEmpty)
  }

  @Test func whatSomebodyTouched() throws {
    let small = try published()
    let page = small.folder.appending(path: "reports/editions/2022-05.1/interne/en-chiffres.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    try Data((text + "\n").utf8).write(to: page)
    #expect(try small.verify("2022-05.1").discrepancies == ["\(page.path) : ce n'est pas ce qui a été publié"])
    #expect(throws: EditionDamaged.self) { try small.publish("2022-05") }
    try FileManager.default.removeItem(at: page)
    #expect(try small.verify("2022-05.1").discrepancies.count == 1)
    try Data(text.utf8).write(to: page)
    try Data().write(to: page.deletingLastPathComponent().appending(path: "notes.txt"))
    #expect(
      try small.verify("2022-05.1").discrepancies.map { $0.hasSuffix("notes.txt : n'est pas de cette édition") } == [
        true
      ])
  }

  /// While the raw file is at hand, a run puts right what the archive lost; a plan writes nothing.
  @Test func whatTheArchiveLostComesBack() throws {
    let small = try published()
    let archive = try small.store().archive
    let entry = try small.archived(.etp, "2022-05.1")
    let text = try archive.text(entry)
    try FileManager.default.removeItem(atPath: archive.path(entry))
    try small.edit("exports/die/etp-2022-05.csv", "existant;1", "existant;0,5")
    #expect(try small.plan("2022-05")[0].comparison?.causes == [.donnee])
    #expect(throws: ArchiveDamaged.self) { try archive.text(entry) }
    try small.publish("2022-05")
    #expect(try archive.text(entry) == text)
    for edition in small.editions { #expect(try small.verify(edition).discrepancies.isEmpty) }
  }

  @Test func whatTheArchiveLost() throws {
    let small = try published()
    let store = try small.store()
    let entry = try small.archived(.etp, "2022-05.1")
    let path = store.archive.path(entry)
    let text = try Data(contentsOf: URL(filePath: path))
    try Data("x".utf8).write(to: URL(filePath: path))
    let damaged = try small.verify("2022-05.1")
    #expect(damaged.discrepancies.count == 1 && damaged.figures == 0 && damaged.bytes == .unknown)
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: ArchiveDamaged(path: path, isMissing: true)) { try store.archive.text(entry) }
    // A correction does not wait for it: what is left to explain has the causes that are left.
    try small.edit("exports/adds/etp-2022-05.csv", "cree;0,5", "cree;1")
    #expect(try small.plan("2022-05")[0].comparison?.causes == [.donnee])
    try text.write(to: URL(filePath: path))
    #expect(try small.verify("2022-05.1").discrepancies.isEmpty)
  }
}
