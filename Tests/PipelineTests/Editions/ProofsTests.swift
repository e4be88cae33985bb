import Domain
import Foundation
import Host
import Ledger
import Testing

@testable import Pipeline

/// What the ledger says of an edition is used only where it is what was published: each table, edited or flipped, stops a
/// correction before anything is written, and is named by `verify` and by doctor.
@Suite struct ProofsTests {
  /// May twice, the second a correction; closed, opened, sent.
  static func published() throws -> SmallProgramme { try SmallProgramme(copying: made.get()) }
  // Only ever copied.
  nonisolated(unsafe) private static let made = Result { try make() }

  private static func make() throws -> SmallProgramme {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1", "2 existant 1 alimentation")
    try small.jobs("die", "2022-05", "1 existant 1 alimentation")
    try small.persons("adds", "2022-05", 4)
    try small.publish("2022-05")
    try small.edit("exports/adds/etp-2022-05.csv", "cree;1", "cree;0,5")
    // A row that is refused: a finding, and what it costs.
    try small.write(
      "exports/adds/etp-2022-05.csv",
      try small.read("exports/adds/etp-2022-05.csv") + "2022-05;P9;S9;mobilite;cdi;existant;beaucoup\n")
    try small.publish("2022-05")
    _ = try noteSending(
      Month("2022-05")!, to: "region", edition: nil, on: Day(year: 2022, month: 6, day: 15), reports: small.reports)
    _ = try closeMonth(Month("2022-05")!, isClosed: true, reason: nil, reports: small.reports)
    _ = try closeMonth(Month("2022-05")!, isClosed: false, reason: "erreur", reports: small.reports)
    return small
  }

  /// Every column that a report, a comparison or a decision rests on.
  static let edits = [
    "UPDATE figure SET value = '999' WHERE indicator = 'etp_total' AND horizon = 'mois' AND cell = ''",
    "UPDATE figure SET confidentiality = 'F' WHERE confidentiality = 'C'",
    "UPDATE figure SET status = 'P'", "UPDATE figure SET cell = 'axe=mobilite' WHERE position = 3",
    "DELETE FROM figure WHERE position = 0",
    "UPDATE finding SET rule = 'autre'", "UPDATE finding SET line = line + 1 WHERE line IS NOT NULL",
    "DELETE FROM finding WHERE severity = 'row'",
    "UPDATE input SET outcome = 'refused' WHERE outcome = 'accepted'", "UPDATE input SET rowsKept = rowsKept + 1",
    "UPDATE input SET isOwed = 1 - isOwed", "UPDATE input SET waived = 'dispensé'",
    "UPDATE input SET sha256 = 'f' || substr(sha256, 2) WHERE sha256 <> ''",
    "UPDATE input SET archive = (SELECT name FROM archive ORDER BY name LIMIT 1) WHERE archive IS NOT NULL",
    "UPDATE edition SET publishedAt = '2020-01-01T00:00:00Z'", "UPDATE archive SET sha256 = 'f'",
    "UPDATE inherited SET start = start + 1", "DELETE FROM inherited",
    "UPDATE inherited SET length = length + 1", "UPDATE inherited SET length = -1", "UPDATE inherited SET start = -1",
    "UPDATE inherited SET length = 9223372036854775807, start = 1", "UPDATE inherited SET position = position + 1",
    "UPDATE inherited SET source = 2", "UPDATE inherited SET source = 99",
    "UPDATE definition SET sha256 = (SELECT sha256 FROM definition WHERE file = 'programme.yaml')",
    "UPDATE edition SET reason = 'tout autre'", "UPDATE edition SET effects = '[]' WHERE effects <> '[]'",
    "UPDATE edition SET causes = 'methode'", "UPDATE edition SET changes = 99", "UPDATE edition SET program = '0.1'",
    "UPDATE edition SET fingerprint = 'f'", "UPDATE edition SET acceptedLoss = 1", "UPDATE edition SET manifest = 'f'",
    "UPDATE edition SET programme = 'autre'", "UPDATE programme SET id = 'autre'", "UPDATE programme SET keyId = 'f'",
    "UPDATE sending SET funder = 'cahc'", "UPDATE sending SET sentOn = '2022-01-01'",
    "UPDATE closing SET isClosed = 1", "UPDATE closing SET reason = 'autre'",
  ]

  @Test(arguments: edits) func anEditedRowIsNotUsed(statement: String) throws {
    let small = try ProofsTests.published()
    try small.ledger(statement)
    try small.edit("exports/adds/etp-2022-05.csv", "cree;0,5", "cree;0,25")
    let error = #expect(throws: LedgerInconsistent.self) { try small.publish("2022-05") }
    #expect(error?.exitCode == .configuration && error?.remedy?.contains("bilan doctor --rebuild --reports ") == true)
    #expect(small.editions == ["2022-05.1", "2022-05.2"])
    // A plan does not ask what was sent.
    if !statement.contains("sending") { #expect(throws: LedgerInconsistent.self) { try small.plan("2022-05") } }
    // Whoever looks is told.
    let symptoms = examine(inputs: small.inputs.path, reports: small.reports)
    #expect(symptoms.contains { $0.state == .wrong && $0.french.contains("doctor --rebuild") }, "\(symptoms)")
    // And what it says to do mends it.
    let rebuilt = try #require(try rebuildLedger(small.reports))
    #expect(rebuilt.verifications.allSatisfy { $0.discrepancies.isEmpty }, "\(rebuilt.verifications)")
    // Of a closing that nobody can read any more, the one before holds.
    if try small.store().closing(of: Month("2022-05")!) != nil {
      #expect(rebuilt.lost.contains { $0.hasPrefix("une clôture de 2022-05 : ") })
      _ = try closeMonth(Month("2022-05")!, isClosed: false, reason: "encore", reports: small.reports)
    }
    #expect(try small.publish("2022-05")?.edition.description == "2022-05.3")
    #expect(try small.verify("2022-05.3").discrepancies.isEmpty)
    #expect(try rebuildLedger(small.reports) == nil)
  }

  /// A reading that points to another file of the archive: its export is read again, and no edition is made of other rows.
  @Test func aReadingThatPointsElsewhere() throws {
    let small = try ProofsTests.published()
    try small.ledger("UPDATE reading SET archive = (SELECT name FROM archive ORDER BY name LIMIT 1)")
    try small.edit("exports/adds/etp-2022-05.csv", "cree;0,5", "cree;0,25")
    #expect(try small.publish("2022-05")?.edition.description == "2022-05.3")
    let verification = try small.verify("2022-05.3")
    #expect(verification.discrepancies.isEmpty && verification.bytes == .same)
  }

  /// A reading that no longer is what was noted is told, whichever of its columns was changed.
  @Test(arguments: [
    "sha256 = '00'", "archive = (SELECT name FROM archive ORDER BY name DESC LIMIT 1)", "form = 'f'", "seal = 'f'",
  ])
  func aReadingThatWasEdited(change: String) throws {
    let small = try ProofsTests.published()
    try small.ledger("UPDATE reading SET \(change) WHERE archive = (SELECT name FROM archive ORDER BY name LIMIT 1)")
    #expect(try verifyEditions(nil, reports: small.reports).contains { !$0.discrepancies.isEmpty })
    #expect(try rebuildLedger(small.reports)?.verifications.allSatisfy { $0.discrepancies.isEmpty } == true)
  }

  /// The archive has lost what was before: that is said, and not that nothing changed.
  @Test func rowsThatCannotBeCompared() throws {
    let small = try ProofsTests.published()
    let entry = try small.archived(.etp, "2022-05.2")
    try Data([1]).write(to: URL(filePath: small.reports.own + "/archive/" + entry.name))
    try small.edit("exports/adds/etp-2022-05.csv", "cree;0,5", "cree;0,25")
    let change = try #require(try small.publish("2022-05")?.comparison?.files.first)
    #expect(change.french.contains("lignes non comparées") && change.summary.contains("lignes non comparées"))
  }

  /// `verify` needs no inputs and names what was changed in words.
  @Test func verifyNamesIt() throws {
    let small = try ProofsTests.published()
    try small.ledger(ProofsTests.edits[0])
    #expect(
      try small.verify("2022-05.1").discrepancies.first?.contains(
        "les chiffres de l'édition 2022-05.1 ne sont plus ce qui a été publié") == true)
  }

  /// A manifest that was changed is the edition's fault, and not the ledger's.
  @Test func anEditedManifest() throws {
    let small = try ProofsTests.published()
    let path = small.reports.folder("2022-05.2") + "/manifest.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("\"minimum\"", with: "\"maximum\"").appending(" ").write(
      toFile: path, atomically: false, encoding: .utf8)
    try small.edit("exports/adds/etp-2022-05.csv", "cree;0,5", "cree;0,25")
    #expect(throws: EditionDamaged.self) { try small.publish("2022-05") }
    #expect(small.editions == ["2022-05.1", "2022-05.2"])
  }

  /// Editions of before 0.7 have no hashes of their rows: the first run copies them, and from then on they are held against that.
  @Test func anEditionOfBefore() throws {
    let small = try ProofsTests.published()
    try small.makeOlder()
    #expect(try small.verify("2022-05.1").discrepancies.isEmpty)
    #expect(try small.publish("2022-05") == nil)
    #expect(try listFolder(small.reports.own + "/archive/editions").map(\.name) == ["2022-05.1", "2022-05.2"])
    try small.ledger("UPDATE finding SET rule = 'autre'")
    try small.edit("exports/adds/etp-2022-05.csv", "cree;0,5", "cree;0,25")
    #expect(throws: LedgerInconsistent.self) { try small.publish("2022-05") }
    #expect(try rebuildLedger(small.reports)?.editions == ["2022-05.1", "2022-05.2"])
    #expect(try small.publish("2022-05") != nil)
  }
}
