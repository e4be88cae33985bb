import Domain
import Foundation
import Host
import Ledger
import Testing

@testable import Pipeline

/// A ledger that is lost, damaged or an older copy is made again, and everything goes on as if nothing had been.
@Suite struct RebuildLedgerTests {
  private func tables(_ small: SmallProgramme) throws -> [String] {
    let store = try small.store()
    return try store.editions().flatMap { edition in
      try [
        "\(edition.name) \(edition.publishedAt) \(edition.manifest) \(edition.acceptedLoss)",
        "\(store.inputs(of: edition))", "\(store.findings(of: edition))", "\(store.figures(of: edition).all)",
        "\(store.disclosureRecords(of: edition))", "\(store.definitionRecords(of: edition))",
        "\(store.ledger.readings(of: edition))", edition.effects,
      ]
    }
  }

  private let may = Month("2022-05")!

  @Test func aLostLedger() throws {
    let small = try ProofsTests.published()
    let before = try tables(small)
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    #expect(throws: LedgerMissing.self) { try small.publish("2022-05") }
    let rebuilt = try #require(try rebuildLedger(small.reports))
    #expect(rebuilt.keptLedger == nil && rebuilt.editions == ["2022-05.1", "2022-05.2"])
    #expect(rebuilt.verifications.allSatisfy { $0.bytes == .same })
    #expect(try tables(small) == before)
    // What no edition knows is said, with what to do.
    #expect(
      rebuilt.lost.contains { $0.contains("bilan close MOIS") } && rebuilt.lost.contains { $0.contains("bilan sent") })
    #expect(try small.publish("2022-05") == nil && small.editions.count == 2)
  }

  /// Bytes all over the file: whatever can still be read of closings and sendings is kept, the editions come from the archive.
  @Test(arguments: [0, 40, 100, 4096, 8192, 20_000]) func aDamagedLedger(at offset: Int) throws {
    let small = try ProofsTests.published()
    let before = try tables(small)
    var bytes = try readFile(small.reports.ledger)
    for index in offset..<min(offset + 600, bytes.count) { bytes[index] ^= 0xA5 }
    try Data(bytes).write(to: URL(filePath: small.reports.ledger))
    guard let rebuilt = try rebuildLedger(small.reports) else {
      // Pages that nothing is read from.
      #expect(try tables(small) == before)
      return
    }
    #expect(try readFile(rebuilt.keptLedger ?? "") == bytes)
    #expect(rebuilt.verifications.allSatisfy { $0.bytes == .same })
    #expect(try tables(small) == before)
    #expect(try small.publish("2022-05") == nil)
  }

  /// A copy from before the correction: what it knows of closings stays, the edition that it does not know comes back.
  @Test func anOlderCopy() throws {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.publish("2022-05")
    _ = try closeMonth(may, isClosed: true, reason: nil, reports: small.reports)
    let copy = try readFile(small.reports.ledger)
    _ = try closeMonth(may, isClosed: false, reason: "corrigé", reports: small.reports)
    try small.edit("exports/adds/etp-2022-05.csv", "cree;1", "cree;0,5")
    try small.publish("2022-05")
    let before = try tables(small)
    try Data(copy).write(to: URL(filePath: small.reports.ledger))
    #expect(throws: LedgerBehind.self) { try small.publish("2022-05") }
    let rebuilt = try #require(try rebuildLedger(small.reports))
    #expect(rebuilt.lost.contains { $0.contains("depuis que cette copie") })
    #expect(try tables(small) == before && small.store().closing(of: may) != nil)
    #expect(try small.publish("2022-05") == nil)
  }

  /// Closings and sendings of a ledger whose figures alone are damaged.
  @Test func whatOnlyTheLedgerKnows() throws {
    let small = try ProofsTests.published()
    try small.ledger("DELETE FROM figure")
    let rebuilt = try #require(try rebuildLedger(small.reports))
    #expect(rebuilt.lost.isEmpty, "\(rebuilt.lost)")
    let store = try small.store()
    #expect(try store.closings(of: "2022-05").map(\.isClosed) == [true, false])
    #expect(try store.lastSendings(of: may)["region"]?.edition == "2022-05.2")
    #expect(try store.ledger.lastGoodRun()?.outcome == .published)
    #expect(try store.ledger.receptions().count > 0)
  }

  @Test func aSoundLedgerStays() throws {
    let small = try ProofsTests.published()
    let before = try readFile(small.reports.ledger)
    #expect(try rebuildLedger(small.reports) == nil)
    #expect(try readFile(small.reports.ledger) == before)
    #expect(try rebuildLedger(SmallProgramme().reports) == nil)
  }

  /// Neither the archive nor a ledger knows what an edition was made of.
  @Test func anEditionThatNobodyKnows() throws {
    let small = try ProofsTests.published()
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    let copy = small.reports.own + "/archive/editions/2022-05.1"
    try Data(try readFile(copy).dropLast()).write(to: URL(filePath: copy))
    let error = #expect(throws: RebuildImpossible.self) { try rebuildLedger(small.reports) }
    // The second takes rows over from the first.
    #expect(error?.editions == ["2022-05.1", "2022-05.2"] && error?.exitCode == .configuration)
    #expect(!exists(small.reports.ledger))
  }

  /// Four months, one corrected, one again: most rows of an edition stand in the copies of others.
  private func series() throws -> SmallProgramme {
    let small = try SmallProgramme()
    for month in ["2022-02", "2022-03", "2022-04", "2022-05"] {
      try small.jobs("adds", month, "1 cree 1", "2 existant beaucoup")
      try small.jobs("die", month, "1 existant 1 alimentation")
      try small.persons("adds", month, 4)
    }
    try small.run("2022-02", to: "2022-05")
    try small.edit("exports/adds/etp-2022-03.csv", "cree;1", "cree;0,5")
    try small.run("2022-03", to: "2022-04")
    try small.edit("exports/die/etp-2022-02.csv", "existant;1", "existant;0,5")
    try small.run("2022-02")
    return small
  }

  @Test func aSeriesIsWhatItWas() throws {
    let small = try series()
    #expect(try small.store().ledger.archiveUses().count > 20)
    let before = try tables(small)
    let copies = try listFolder(small.reports.own + "/archive/editions").map {
      try readFile("\(small.reports.own)/archive/editions/\($0.name)")
    }
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    let rebuilt = try #require(try rebuildLedger(small.reports))
    #expect(rebuilt.editions.count == 7 && rebuilt.verifications.allSatisfy { $0.bytes == .same })
    #expect(try tables(small) == before)
    // Nothing was written anew, and what comes next goes on from there.
    #expect(
      try listFolder(small.reports.own + "/archive/editions").map {
        try readFile("\(small.reports.own)/archive/editions/\($0.name)")
      } == copies)
    #expect(try small.publish("2022-05") != nil)
    #expect(try verifyEditions(nil, reports: small.reports).allSatisfy { $0.bytes == .same })
    #expect(try rebuildLedger(small.reports) == nil)
  }

  /// What one copy has lost is missing to those that refer to it, and they are named; with the ledger there it is made again.
  @Test func aCopyThatOthersReferTo() throws {
    let small = try series()
    let copy = small.reports.own + "/archive/editions/2022-02.1"
    let (bytes, ledger) = (try readFile(copy), try readFile(small.reports.ledger))
    try Data(bytes.dropLast()).write(to: URL(filePath: copy))
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    let error = #expect(throws: RebuildImpossible.self) { try rebuildLedger(small.reports) }
    #expect(error?.editions.contains("2022-02.1") == true && error?.editions.contains("2022-05.1") == true)
    // A damaged ledger whose lists can still be read has them.
    try Data(ledger).write(to: URL(filePath: small.reports.ledger))
    let before = try tables(small)
    try small.ledger("DELETE FROM figure WHERE edition > 1")
    #expect(try rebuildLedger(small.reports)?.editions.count == 7)
    #expect(try tables(small) == before)
    // And a run puts it back.
    try FileManager.default.removeItem(atPath: copy)
    try small.publish("2022-05")
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    #expect(try rebuildLedger(small.reports)?.verifications.allSatisfy { $0.bytes == .same } == true)
  }

  /// Copies of 0.7 to 0.14 hold all rows; those of today refer to them.
  @Test func copiesThatAreWhole() throws {
    let small = try series()
    for name in small.editions { try small.makeWhole(name) }
    let before = try tables(small)
    #expect(try verifyEditions(nil, reports: small.reports).allSatisfy { $0.bytes == .same })
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    #expect(try rebuildLedger(small.reports)?.verifications.allSatisfy { $0.bytes == .same } == true)
    #expect(try tables(small) == before)
    #expect(try small.publish("2022-05") != nil)
    let name = try #require(small.editions.last)
    #expect(try small.store().archive.copy(of: name)?.sources.isEmpty == false)
    let after = try tables(small)
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    #expect(try rebuildLedger(small.reports)?.verifications.allSatisfy { $0.bytes == .same } == true)
    #expect(try tables(small) == after)
    try small.ledger(
      "UPDATE input SET archive = (SELECT name FROM archive ORDER BY name LIMIT 1) WHERE archive IS NOT NULL")
    try small.edit("exports/adds/etp-2022-05.csv", "cree;1", "cree;0,5")
    #expect(throws: LedgerInconsistent.self) { try small.plan("2022-05") }
  }

  /// Copies, each whole by its seal, that no ledger could be made of: refused as what they are, and the ledger that is there has them.
  @Test(arguments: [
    (EditionCopy.Section.places, "one line less"), (.places, "another file"), (.inherited, "beyond all numbers"),
    (.inherited, "itself"), (.inherited, "any path"),
  ])
  func copiesThatNoLedgerTakes(section: EditionCopy.Section, fault: String) throws {
    let small = try series()
    let name = "2022-03.1"
    let (ledger, before) = (try readFile(small.reports.ledger), try tables(small))
    let store = try small.store()
    var copy = try #require(try store.archive.copy(of: name))
    var lines = String(decoding: copy.sections[section] ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    switch fault {
    case "one line less": lines.removeLast()
    case "another file": lines[0] = "x.csv"
    case "beyond all numbers": lines[0] = "input\t1\t\(Int.max - 1)\t2022-02.1\t0"
    case "itself": lines[0] = "input\t0\t3\t\(name)\t0"
    default: lines[0] = "input\t0\t3\t../../../../etc\t0"
    }
    copy = try #require(copy.with(section, lines.joined(separator: "\n") + "\n", of: name))
    _ = try store.archive.store(copy, of: name)
    #expect(try small.verify(name).discrepancies.isEmpty == false)
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    #expect(throws: RebuildImpossible.self) { try rebuildLedger(small.reports) }
    #expect(!exists(small.reports.own + "/ledger.rebuilt"))
    try Data(ledger).write(to: URL(filePath: small.reports.ledger))
    #expect(try rebuildLedger(small.reports)?.verifications.allSatisfy { $0.bytes == .same } == true)
    #expect(try tables(small) == before)
  }

  /// Editions whose rows are gone are told apart by nothing but their numbers.
  @Test func editionsWithoutTheirRow() throws {
    let small = try series()
    try small.ledger("DELETE FROM edition WHERE id IN (1, 3)")
    try small.edit("exports/adds/etp-2022-05.csv", "cree;1", "cree;0,5")
    #expect(throws: LedgerInconsistent.self) { try small.plan("2022-05") }
    #expect(try rebuildLedger(small.reports)?.editions.count == 7)
  }

  @Test func aChainThatIsBroken() throws {
    let small = try ProofsTests.published()
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    try FileManager.default.removeItem(atPath: small.reports.folder("2022-05.1"))
    let error = #expect(throws: EditionDamaged.self) { try rebuildLedger(small.reports) }
    #expect(error?.description.contains("2022-05.1 : cette édition manque") == true)
  }
}
