import Testing

@testable import bilan

@Suite struct NearestTests {
  private let commands = ["run", "check", "plan", "status", "sent", "verify", "history", "template", "reopen"]

  @Test(
    "one slip in three letters, or a beginning that only one has",
    arguments: [
      ("rnu", "run"), ("ru", "run"), ("runn", "run"), ("chekc", "check"), ("stats", "status"), ("verfiy", "verify"),
      ("hist", "history"), ("temp", "template"), ("plna", "plan"), ("RUN", "run"),
    ])
  func near(_ word: String, _ meant: String) { #expect(nearest(to: word, among: commands) == meant) }

  @Test("what is far, empty, or begins several", arguments: ["xyz", "", "s", "publish", "st-us-at"])
  func far(_ word: String) { #expect(nearest(to: word, among: commands) == nil) }

  @Test("the nearer of two") func nearer() {
    #expect(nearest(to: "--form", among: ["--format", "--from"]) == "--from")
    #expect(nearest(to: "--formt", among: ["--format", "--from"]) == "--format")
  }
}
