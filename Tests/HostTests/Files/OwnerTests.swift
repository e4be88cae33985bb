import Foundation
import Testing

@testable import Host

/// Who is told to take what is another's, and who is told to leave it: a remedy that is followed must not shut out the account whose
/// it is.
@Suite struct OwnerTests {
  private let command = "sudo chown moi: reports"

  @Test("what root left is given away") func root() { #expect(Owner.root.remedy(givingAway: command) == command) }

  @Test("so is what belongs to no account any more") func gone() {
    #expect(Owner(user: 54321, group: 54321).remedy(givingAway: command) == command)
  }

  @Test("an account keeps its own, and is asked", arguments: ["daemon", "nobody", "www-data"])
  func account(_ name: String) throws {
    let entry = try #require(getpwnam(name))
    let remedy = Owner(user: entry.pointee.pw_uid, group: entry.pointee.pw_gid).remedy(givingAway: command)
    #expect(remedy.contains("sudo -u \(name) bilan") && !remedy.contains("chown"))
  }

  @Test("what is mine I may change") func mine() { #expect(Owner.current.remedy(givingAway: command) == command) }
}
