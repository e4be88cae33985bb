import Foundation

/// README.md, cut into what can be held against the program and the tree.
struct Readme {
  let text: String

  init() throws { text = try String(contentsOf: Cases.root.appending(path: "README.md"), encoding: .utf8) }

  /// What stands between a heading and the next of its level or above, or, where `isAlone`, the next of any level.
  func section(_ heading: String, isAlone: Bool = false) -> String {
    let level = heading.prefix { $0 == "#" }.count
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == heading }) else { return "" }
    // Between fences a hash begins a comment.
    var isFenced = false
    let body = lines[(start + 1)...].prefix { line in
      if line.hasPrefix("```") { isFenced.toggle() }
      guard !isFenced else { return true }
      let found = line.prefix { $0 == "#" }.count
      return found == 0 || (found > level && !isAlone) || !line.dropFirst(found).hasPrefix(" ")
    }
    return body.joined(separator: "\n")
  }

  /// The cells of a section's tables, without headers and rules.
  static func rows(_ section: String) -> [[String]] {
    let lines = section.replacing("\\|", with: "¦").split(separator: "\n").filter { $0.hasPrefix("|") }
    let rows = lines.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces).replacing("¦", with: "|") }
    }
    let rules = rows.indices.filter { rows[$0].allSatisfy { $0.allSatisfy { $0 == "-" } } }
    return rows.indices.filter { !rules.contains($0) && !rules.contains($0 + 1) }.map { rows[$0] }
  }

  /// What stands between backticks.
  static func spans(_ text: String) -> [String] {
    text.split(separator: "\n").filter { !$0.hasPrefix("```") }.joined(separator: " ")
      .matches(of: /`([^`]+)`/).map { String($0.1) }
  }

  /// The lines between fences, without what a shell takes for a comment.
  var fenced: [String] { Readme.fenced(text).map { String($0.prefix { $0 != "#" }) } }

  /// The lines between fences of some part.
  static func fenced(_ text: String) -> [String] {
    let parts = text.split(separator: "```", omittingEmptySubsequences: false)
    let blocks = parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }
    // The first line is the fence's own, with a language or without.
    return blocks.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() }.map(String.init)
  }

  /// `--accept-loss` and the like.
  static func options(_ text: some StringProtocol) -> [String] {
    String(text).matches(of: /--[a-z][a-z-]*/).map { String($0.0) }
  }
}
