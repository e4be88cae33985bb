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
    #expect(error?.editions == ["2022-05.1"] && error?.exitCode == .configuration)
    #expect(!exists(small.reports.ledger))
  }

  @Test func aChainThatIsBroken() throws {
    let small = try ProofsTests.published()
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    try FileManager.default.removeItem(atPath: small.reports.folder("2022-05.1"))
    let error = #expect(throws: EditionDamaged.self) { try rebuildLedger(small.reports) }
    #expect(error?.description.contains("2022-05.1 : cette édition manque") == true)
  }
}
