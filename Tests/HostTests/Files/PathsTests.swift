import Failures
import Foundation
import Testing

@testable import Host

/// Where a path leads, also where there is nothing yet; and what is in what.
@Suite final class PathsTests {
  private let folder: String

  init() throws {
    folder = realPath(try makeTemporaryFolder())!
    try makeFolder(folder + "/a")
    try makeFolder(folder + "/a/b")
    try FileManager.default.createSymbolicLink(atPath: folder + "/vers-b", withDestinationPath: "a/b")
  }

  deinit { try? removeTree(folder) }

  @Test(arguments: [
    ("a/b", "a/b"), ("a/./b/", "a/b"), ("vers-b", "a/b"), ("vers-b/x/y", "a/b/x/y"), ("vers-b/..", "a"),
    ("vers-b/../neuf", "a/neuf"), ("neuf/../vers-b/z", "a/b/z"), ("neuf", "neuf"),
  ]) func leadsTo(_ path: String, _ real: String) {
    #expect(resolvedPath("\(folder)/\(path)") == "\(folder)/\(real)")
  }

  @Test(arguments: [
    ("a/b", "a", true), ("a", "a", true), ("a", "a/b", false), ("vers-b/neuf", "a", true), ("ab", "a", false),
    ("a/b/neuf", "vers-b", true), ("neuf/x", "neuf", true), ("vers-b/../../x", "a", false),
  ]) func isIn(_ path: String, _ other: String, _ isIn: Bool) {
    #expect(isInside("\(folder)/\(path)", "\(folder)/\(other)") == isIn)
    #expect(isInside("\(folder)/\(path)", "/"))
  }

  @Test func wordsOfAShell() {
    #expect(shellWord("reports/2022-05") == "reports/2022-05")
    #expect(shellWord("l'été $(x)") == "'l'\\''été $(x)'")
    #expect(shellWord("") == "''")
  }
}
