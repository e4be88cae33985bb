import Foundation
import Testing

@testable import Host

/// What stands in a lock is told only while it is true.
@Suite struct FileLockTests {
  private let path = FileManager.default.temporaryDirectory.appending(path: "bilan-lock-\(UUID().uuidString)").path

  private func message(_ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { unlink(path) }
    // Held by somebody who has not signed yet.
    let other = try FileLock(path)
    defer { withExtendedLifetime(other) {} }
    do { _ = try FileLock(path, since: "jamais") } catch let held as FileLock.Held { return held.message }
    return "taken"
  }

  @Test func namesWhoHoldsIt() throws {
    defer { unlink(path) }
    let lock = try FileLock(path, since: "15 juin 2022 à 08:30")
    #expect(throws: FileLock.Held(holder: "processus \(getpid()), depuis le 15 juin 2022 à 08:30")) {
      try FileLock(path)
    }
    withExtendedLifetime(lock) {}
  }

  @Test func namesNobodyElse() throws {
    let nobody = "Une autre exécution est en cours ; son numéro n'est pas encore écrit."
    let dead = Process()
    dead.executableURL = URL(filePath: "/bin/true")
    try dead.run()
    dead.waitUntilExit()
    let own = LockHolder(ofThisProcess: "hier").text
    #expect(try message(own).contains("processus \(getpid())"))
    for text in [
      "", "\n", "\n\n", "processus 7, depuis le 15 juin 2022 à 08:30", "processus x\nx y\n",
      // Ended; and its number given again, to this process.
      "processus \(dead.processIdentifier), depuis hier\n\(dead.processIdentifier) 12345\n",
      "processus \(getpid()), depuis hier\n\(getpid()) 1\n", String(own.dropLast(2)), "processus 1, depuis\n1\n",
    ] {
      #expect(try message(text) == nobody, "\(text)")
    }
  }

  @Test func leavesNoNameBehind() throws {
    defer { unlink(path) }
    do {
      let lock = try FileLock(path, since: "hier")
      withExtendedLifetime(lock) {}
    }
    #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
  }
}
