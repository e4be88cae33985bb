import Foundation
import Testing

@testable import Host

/// Keys and pseudonyms. The expected codes are Python's: `hmac.new(bytes(range(32)), domain + b"\0" + id, "sha256")`.
@Suite struct PseudonymKeyTests {
  private let folder: String

  init() throws { folder = try makeTemporaryFolder() }

  private func file(_ bytes: [UInt8], mode: mode_t = 0o600) throws -> String {
    let path = "\(folder)/clé-\(UUID().uuidString)"
    try createFile(path, bytes, mode: mode)
    return path
  }

  @Test func isPythonsHMAC() throws {
    let key = try #require(try PseudonymKey(readingFrom: file(Array(0..<32))))
    #expect(
      key.domain("afeji/etp/poste_id").pseudonym(of: Array("é-1001".utf8))
        == "6c50d480af843efc1dac2768419947c32ea0db2bfa88475981bde4641768da1f")
    #expect(key.id == "1fce94c4798eb0a6")
  }

  @Test func keepsDomainsApart() throws {
    let key = try #require(try PseudonymKey(readingFrom: file(Array(0..<32))))
    let id = Array("1001".utf8)
    let domains = [
      "afeji/etp/poste_id", "afeji/etp/salarie_id", "afeji/beneficiaires/beneficiaire_id", "die/etp/poste_id",
    ]
    #expect(Set(domains.map { key.domain($0).pseudonym(of: id) }).count == domains.count)
    // The end of a domain cannot be taken for the beginning of an identifier.
    #expect(key.domain("a").pseudonym(of: Array("b".utf8)) != key.domain("ab").pseudonym(of: []))
  }

  @Test func makesAKeyThatIsReadAgain() throws {
    let path = "\(folder)/nouvelle"
    let made = try PseudonymKey(creating: path)
    let read = try #require(try PseudonymKey(readingFrom: path))
    #expect(made.id == read.id)
    #expect(try readFile(path).count == 32)
    #expect(throws: SystemError.self) { try PseudonymKey(creating: path) }
    #expect(try PseudonymKey(creating: path + "2").id != made.id)
  }

  @Test func refusesWhatIsNoKey() throws {
    #expect(try PseudonymKey(readingFrom: folder + "/nulle-part").map(\.id) == nil)
    for mode in [0o640, 0o604, 0o601, 0o666] as [mode_t] {
      let path = try file(Array(0..<32), mode: mode)
      #expect(throws: PseudonymKey.Refusal.readable(path)) { try PseudonymKey(readingFrom: path) }
    }
    for count in [0, 31, 33] as [UInt8] {
      let path = try file(Array(0..<count))
      #expect(throws: PseudonymKey.Refusal.length(path)) { try PseudonymKey(readingFrom: path) }
    }
    #expect(throws: PseudonymKey.Refusal.notRegular(folder)) { try PseudonymKey(readingFrom: folder) }
  }
}
