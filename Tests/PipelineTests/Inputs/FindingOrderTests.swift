import Domain
import SeededNumbers
import Testing

@testable import Pipeline

/// Findings stand as a person mends them: file by file, line by line.
@Suite struct FindingOrderTests {
  @Test(arguments: 1...20) func asByTheirTexts(seed: Int) {
    var random = Seeded(UInt64(seed))
    let codes: [FindingCode] = [.missingValue, .outOfRange, .duplicateRow, .wrongMonth]
    let found = (0..<Int.random(in: 0...200, using: &random)).map { number in
      // Runs of the same file, as they come, and files that come again.
      Finding(
        codes.randomElement(using: &random)!, .row,
        file: "exports/\(Int.random(in: 0...6, using: &random))/é-\(seed).csv",
        line: Bool.random(using: &random) ? Int.random(in: 1...9, using: &random) : nil,
        column: Bool.random(using: &random) ? Int.random(in: 0...3, using: &random) : nil, rule: "\(number)", remedy: ""
      )
    }
    func isBefore(_ a: (offset: Int, element: Finding), _ b: (offset: Int, element: Finding)) -> Bool {
      let (x, y) = (a.element, b.element)
      if x.file != y.file { return x.file < y.file }
      return (x.line ?? 0, x.column ?? -1, x.code, a.offset) < (y.line ?? 0, y.column ?? -1, y.code, b.offset)
    }
    #expect(found.inOrder() == found.enumerated().sorted(by: isBefore).map(\.element))
  }
}
