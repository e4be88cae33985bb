import Domain
import SeededNumbers
import Testing

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

  /// As the ledger keeps them: by month, each month's as they were; and their own order gives them back, whatever they are.
  @Test(arguments: 1...40) func byMonthAndBack(seed: Int) {
    var random = Seeded(UInt64(seed))
    let codes: [FindingCode] = [.missingValue, .outOfRange]
    let found = (0..<Int.random(in: 0...120, using: &random)).map { number in
      let month = Int.random(in: 0...5, using: &random)
      return Finding(
        codes.randomElement(using: &random)!, .row,
        month: month == 0 ? nil : Month(year: 2022, number: month),
        // In some files every month has places of its own, in others they share them.
        file: "exports/\(seed % 2 == 0 ? month : Int.random(in: 0...6, using: &random)).csv",
        line: Int.random(in: 1...9, using: &random), rule: "\(number)", remedy: "")
    }.inOrder()
    let kept = Findings(found).byMonth
    #expect(kept.count == found.count)
    #expect(Array(kept).inOrder() == found)
    if seed % 2 == 0 {
      #expect(zip(kept, kept.dropFirst()).allSatisfy { ($0.month?.index ?? 0) <= ($1.month?.index ?? 0) })
    }
  }

  /// A file of many months, found out of their order: as they are.
  @Test func oneFileOfManyMonths() {
    let found = [2, 1, 3].map { number in
      Finding(
        .missingValue, .row, month: Month(year: 2022, number: number), file: "exports/a/série.csv", rule: "\(number)",
        remedy: "")
    }
    #expect(found.inOrder() == found && Array(Findings(found).byMonth) == found)
    let apart = [2, 1, 3].map { number in
      Finding(
        .missingValue, .row, month: Month(year: 2022, number: number), file: "exports/a/série.csv", line: 9 - number,
        rule: "\(number)", remedy: "")
    }.inOrder()
    #expect(apart.map(\.month?.number) == [3, 2, 1] && Array(Findings(apart).byMonth) == apart.reversed())
  }
}
