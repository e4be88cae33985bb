import Domain
import Foundation
import Testing

/// docs/findings.md is made from the codes. `RECORD=1` writes it, and then fails.
@Suite struct FindingsPageTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../docs/findings.md").standardized

  private static let text: String = {
    var text = """
      # Findings

      Everything that `bilan check` can find in the exports, by its code (stable: scripts may rely on it). Made from
      `Sources/Domain/Finding`; a test holds this page against it, and another asks that each code has a test that causes it.
      A finding of a *file* refuses the file, one of a *row* its rows; a *warning* and a *note* refuse nothing.

      | code | | quand | que faire |
      |---|---|---|---|

      """
    for code in FindingCode.allCases {
      let meaning = code.meaning
      let severity = meaning.severities.map(\.french).joined(separator: " ou ")
      text += "| `\(code.rawValue)` | \(severity) | \(meaning.cause) | \(meaning.remedy) |\n"
    }
    return text
  }()

  @Test func isCurrent() throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(Self.text.utf8).write(to: Self.page)
      Issue.record("recorded docs/findings.md")
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == Self.text)
  }

  @Test func everyMeaningIsWords() {
    for code in FindingCode.allCases {
      #expect(
        !code.meaning.severities.isEmpty && code.meaning.cause.hasSuffix(".") && code.meaning.remedy.hasSuffix("."))
      #expect(!code.meaning.cause.contains("|") && !code.meaning.remedy.contains("|"))
    }
  }
}
