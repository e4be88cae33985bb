import Domain
import SeededNumbers
import Testing

/// What is found without looking at all of them is what looking at all of them finds.
@Suite struct FindingsTests {
  private let months = (1...5).map { Month(year: 2022, number: $0) }

  private func found(_ seed: Int) -> [Finding] {
    var random = Seeded(UInt64(seed))
    return (0..<Int.random(in: 0...80, using: &random)).map { number in
      Finding(
        .missingValue, Finding.Severity.allCases.randomElement(using: &random)!,
        month: Bool.random(using: &random) ? months.randomElement(using: &random) : nil,
        // In some lists several months have one place in a file.
        file: "\(seed % 3 == 0 ? 0 : Int.random(in: 0...9, using: &random)).csv",
        line: seed % 2 == 0 ? number : Int.random(in: 0...3, using: &random), rule: "\(number)", remedy: "")
    }.inOrder()
  }

  @Test(arguments: 1...30) func partsOfAList(seed: Int) {
    let list = found(seed)
    let all = Findings(list)
    #expect(all.all == list && all.count == list.count)
    for last in months {
      let part = list.filter { $0.month.map { $0 <= last } ?? true }
      let findings = all.upTo(last)
      #expect(findings.all == part && findings.count == part.count)
      // What a run for that month alone would keep.
      #expect(findings.byMonth == Findings(part).byMonth)
      #expect(findings == Findings(part))
      for month in months {
        #expect(findings.of(month) == part.filter { [nil, month].contains($0.month) })
        #expect(findings.told(in: month) == part.filter { [nil, month].contains($0.month) || $0.severity <= .row })
      }
      #expect(findings.upTo(months[1]).all == part.filter { $0.month.map { $0 <= min(last, months[1]) } ?? true })
    }
  }

  /// Of a series the earlier ones are the first: nothing is copied.
  @Test func shareTheirPlace() {
    let all = Findings(
      months.map { Finding(.missingValue, .row, month: $0, file: "\($0).csv", rule: "", remedy: "") })
    #expect(all.upTo(months[2]).byMonth.indices == 0..<3)
    let places = [all, all.upTo(months[2])].map { $0.byMonth.withUnsafeBufferPointer { $0.baseAddress } }
    #expect(places[0] == places[1] && places[0] != nil)
  }
}
