import Domain
import Testing

@testable import Report

/// Réglé, reste, nouveau: worked by hand.
@Suite struct LetterProgressTests {
  private func fault(
    _ code: String, _ line: Int?, severity: Finding.Severity = .row, file: String = "etp", header: String? = "ETP"
  )
    -> Finding
  {
    Finding(
      recorded: code, severity, file: file, line: line, column: 7, header: header, rule: "règle \(line ?? 0)",
      remedy: "")
  }

  private func progress(_ old: [Finding], _ new: [Finding]) -> [[String]] {
    let progress = letterProgress(from: old, to: new)
    return [progress.settled, progress.remaining, progress.new].map { findings in
      findings.map { "\($0.file) \($0.code) \($0.line.map(String.init) ?? "-")" }
    }
  }

  @Test func tellsSettledRemainingAndNew() {
    #expect(
      progress([fault("a", 3), fault("b", 4)], [fault("b", 4), fault("c", 5)])
        == [["etp a 3"], ["etp b 4"], ["etp c 5"]])
  }

  /// A line put in above moves the fault: it is still the same, and the letter names its new line.
  @Test func aMovedFaultRemains() {
    #expect(progress([fault("a", 3)], [fault("a", 4)]) == [[], ["etp a 4"], []])
  }

  @Test func ofSeveralThoseOnTheSameLineGoFirst() {
    #expect(
      progress([fault("a", 3), fault("a", 5), fault("a", 9)], [fault("a", 5), fault("a", 10)])
        == [["etp a 9"], ["etp a 5", "etp a 10"], []])
  }

  /// The same code in another file or column is another point; a header in other letters is not.
  @Test func aPointIsFileCodeAndColumn() {
    #expect(progress([fault("a", 3)], [fault("a", 3, file: "reunions")]) == [["etp a 3"], [], ["reunions a 3"]])
    #expect(progress([fault("a", 3)], [fault("a", 3, header: "Heures")]) == [["etp a 3"], [], ["etp a 3"]])
    #expect(progress([fault("a", 3)], [fault("a", 3, header: "etp")]) == [[], ["etp a 3"], []])
  }

  @Test func notesAreNoPoints() {
    #expect(progress([fault("a", 3, severity: .note)], [fault("b", 3, severity: .note)]) == [[], [], []])
    #expect(progress([fault("a", 3, severity: .warning)], []) == [["etp a 3"], [], []])
  }
}
