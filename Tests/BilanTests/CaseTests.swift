import Foundation
import Testing

/// Every folder of Tests/Cases: `cmd` is run by bash in a fresh folder that holds a copy of inputs/, with `bilan` and `say`
/// in reach; what it prints and its exit code must be `expected`. A newcomer adds a case without code.
///
/// `RECORD=1 swift test --filter CaseTests` writes what was seen and then fails: read the difference before committing it.
@Suite struct CaseTests {
  @Test(arguments: try Cases.names()) func behavesAsRecorded(_ name: String) throws {
    let seen = try Cases.run(name)
    let expected = Cases.folder.appending(path: "\(name)/expected")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try #require(ProcessInfo.processInfo.environment["CI"] == nil, "CI does not record")
      try seen.write(to: expected, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
      return
    }
    #expect(seen == (try? String(contentsOf: expected, encoding: .utf8)), "\(name) printed:\n\(seen)")
  }
}

enum Cases {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let folder = root.appending(path: "Tests/Cases")

  private static let environment = ProcessInfo.processInfo.environment

  /// All, but for those whose `cmd` needs a word of `CASES_WITHOUT` (scripts/sanitize): CI leaves none out. One with a file
  /// `by-hand` is slow, or asks for root: scripts/doctor-test runs it alone.
  static func names() throws -> [String] {
    if let name = environment["CASE"] { return [name] }
    let all = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
      !name.hasPrefix(".")
        && !FileManager.default.fileExists(atPath: folder.appending(path: "\(name)/by-hand").path)
    }.sorted()
    guard let words = environment["CASES_WITHOUT"]?.split(separator: " "), environment["CI"] == nil else { return all }
    return try all.filter { name in
      let text = try String(contentsOf: folder.appending(path: "\(name)/cmd"), encoding: .utf8)
      return !words.contains { text.contains($0) }
    }
  }

  /// What a case sees of the outside: nothing, but for how a sanitizer behaves.
  private static let sanitizers = environment.filter { name, _ in
    ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"].contains(name)
  }

  /// The binary that `swift test` built, beside the test bundle.
  static let binary = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  static func run(_ name: String) throws -> String {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "bilan-case-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    try FileManager.default.copyItem(at: root.appending(path: "inputs"), to: scratch.appending(path: "inputs"))
    let seen = try shell(
      ["/bin/bash", folder.appending(path: "\(name)/cmd").path], in: scratch,
      [
        "PATH": "\(binary.path):/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "ROOT": root.path, "LANG": "C.UTF-8",
        "HOME": scratch.path, "BASH_ENV": folder.appending(path: ".environment").path,
      ].merging(sanitizers) { own, _ in own })
    return seen.words + "exit \(seen.code)\n"
  }
}
