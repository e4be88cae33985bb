import Domain
import Foundation
import Host
import Ledger
import Testing

@testable import Pipeline

/// What earlier editions told is read of their copies; of the ledger, proved, where a copy cannot be believed.
@Suite struct ToldRowsTests {
  /// Every figure in a funder's table, and 3 + 9 = 12 in two cells of an association each: one is small, the other hidden for its sake.
  private func published() throws -> SmallProgramme {
    let small = try SmallProgramme()
    try small.edit(
      "programme.yaml", "member_from: 2022-01, owes: [etp]}", "member_from: 2022-01, owes: [etp, beneficiaires]}")
    try small.edit(
      "indicators.yaml", "measure: {count_persons: {kind: beneficiaires}}",
      "measure: {count_paths: {kind: beneficiaires, at: date_entree}}")
    try small.write("funders/etat.yaml", SmallProgramme.aggregator)
    for (association, persons) in [("adds", 3), ("die", 9)] {
      try small.jobs(association, "2022-01", "1 cree 1.0", "2 existant 1.0")
      try small.persons(association, "2022-01", persons)
    }
    try small.publish("2022-01")
    return small
  }

  private func told(_ small: SmallProgramme, where isAsked: (String) -> Bool = { _ in true }) throws -> ToldRows {
    try small.store().toldRows(of: small.edition("2022-01.1"), where: isAsked)
  }

  private func copy(_ small: SmallProgramme) throws -> String {
    try small.store().archive.copyPath("2022-01.1")
  }

  @Test("of the copy what the ledger says", arguments: [true, false]) func same(_ areAll: Bool) throws {
    let small = try published()
    func isAsked(_ indicator: String) -> Bool { areAll || indicator == "beneficiaires" }
    let copied = try told(small, where: isAsked)
    let (store, edition) = (try small.store(), try small.edition("2022-01.1"))
    #expect(copied.figures == (try store.figureRecords(of: edition).filter { isAsked($0.indicator) }))
    #expect(copied.definitions == (try store.definitionRecords(of: edition)))
    #expect(copied.disclosures == (try store.disclosureRecords(of: edition)))
    #expect(!copied.figures.isEmpty && !copied.definitions.isEmpty && !copied.disclosures.isEmpty)
    try FileManager.default.removeItem(atPath: copy(small))
    #expect(try told(small, where: isAsked).figures == copied.figures)
  }

  /// A row of the ledger that somebody changed is not used, while the copy has what was published.
  @Test func anEditedLedger() throws {
    let small = try published()
    let before = try told(small)
    try small.ledger("UPDATE figure SET value = '999'")
    #expect(try told(small).figures == before.figures)
    try FileManager.default.removeItem(atPath: copy(small))
    #expect(throws: LedgerInconsistent.self) { try told(small) }
  }

  /// What the manifest is not, or not the ledger's row of the edition, stops whoever asks.
  @Test func anEditedManifest() throws {
    let small = try published()
    try small.ledger("UPDATE edition SET reason = 'tout autre'")
    #expect(throws: LedgerInconsistent.self) { try told(small) }
  }

  /// Where ledger and copy agree nobody reads the manifest, which after ten years is long; `verify` does.
  @Test func withoutTheManifest() throws {
    let small = try published()
    let before = try told(small)
    let manifest = small.reports.folder("2022-01.1") + "/manifest.json"
    let text = try String(contentsOfFile: manifest, encoding: .utf8)
    try (text + " ").write(toFile: manifest, atomically: false, encoding: .utf8)
    #expect(try told(small).figures == before.figures)
    #expect(try !small.verify("2022-01.1").discrepancies.isEmpty)
    // Whichever of the two is not what it was: the manifest is asked.
    try small.ledger("UPDATE edition SET told = replace(told, 'figures ', 'figures 0') WHERE month = '2022-01'")
    #expect(throws: EditionDamaged.self) { try told(small) }
    try text.write(toFile: manifest, atomically: false, encoding: .utf8)
    #expect(try told(small).figures == before.figures)
  }

  /// What the ledger noted of a manifest is held against it; making the ledger again mends it.
  @Test(arguments: [
    "replace(told, 'figures ', 'figures 0')", "'figures 00'", "''",
    "told || char(10) || 'financeurs/pirate-2022-01.csv'",
  ])
  func verifyNamesANoteThatWasEdited(_ change: String) throws {
    let small = try published()
    #expect(try small.verify("2022-01.1").discrepancies.isEmpty)
    try small.ledger("UPDATE edition SET told = \(change)")
    #expect(
      try small.verify("2022-01.1").discrepancies.first?.contains("noté du manifeste de l'édition 2022-01.1") == true)
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    #expect(try rebuildLedger(small.reports)?.verifications.allSatisfy { $0.discrepancies.isEmpty } == true)
    #expect(try small.verify("2022-01.1").discrepancies.isEmpty)
  }

  /// A ledger of before 0.17, or one that was made again: noted by the first run that publishes.
  @Test(arguments: [true, false]) func notedLater(_ isRebuilt: Bool) throws {
    let small = try published()
    let noted = try #require(try small.edition("2022-01.1").told)
    #expect(
      try small.edition("2022-01.1").note?.hashes == small.store().toldHashes(of: small.edition("2022-01.1")))
    if isRebuilt {
      try FileManager.default.removeItem(atPath: small.reports.ledger)
      #expect(try rebuildLedger(small.reports)?.editions == ["2022-01.1"])
    } else {
      try small.ledger("UPDATE edition SET told = NULL")
    }
    #expect(try small.edition("2022-01.1").told == nil)
    let before = try told(small)
    #expect(!before.figures.isEmpty)
    try small.jobs("adds", "2022-02", "1 cree 1.0")
    try small.publish("2022-02")
    #expect(try small.edition("2022-01.1").told == noted && small.edition("2022-02.1").told != nil)
    #expect(try told(small).figures == before.figures)
  }

  /// Changed, cut off, another's, or written again by somebody: with fewer figures, and its own last line.
  @Test(arguments: [0, 1, 2, 3]) func aCopyThatIsNoLongerIts(_ damage: Int) throws {
    let small = try published()
    let before = try told(small)
    let file = URL(filePath: try copy(small))
    var bytes = Array(try Data(contentsOf: file))
    switch damage {
    case 0: bytes[bytes.count / 2] ^= 1
    case 1: bytes.removeLast(80)
    case 2:
      let text = Array(String(decoding: bytes, as: UTF8.self).replacing("\tC\n", with: "\tF\n").utf8)
      let rows = text.dropLast("# sha256 \n".utf8.count + 64)
      #expect(rows.count < bytes.count && text != bytes)
      bytes = rows + Array("# sha256 \(sha256(Array(rows)))\n".utf8)
    default:
      try small.jobs("adds", "2022-02", "1 cree 1.0")
      try small.publish("2022-02")
      bytes = Array(try Data(contentsOf: URL(filePath: small.store().archive.copyPath("2022-02.1"))))
    }
    try Data(bytes).write(to: file)
    #expect(try told(small).figures == before.figures)
    // It was the ledger's.
    try small.ledger("UPDATE figure SET value = '999'")
    #expect(throws: LedgerInconsistent.self) { try told(small) }
  }
}
