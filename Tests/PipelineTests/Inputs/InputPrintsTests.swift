import Domain
import SeededNumbers
import Testing

@testable import Pipeline

/// What a month's fingerprint says, out of that of a whole series: its lines, in their order.
@Suite struct InputPrintsTests {
  @Test(arguments: 1...30) func theLinesUpToAMonth(seed: Int) {
    var random = Seeded(UInt64(seed))
    func month() -> Month { Month(year: 2022, number: Int.random(in: 1...6, using: &random)) }
    let exports = (0..<Int.random(in: 0...30, using: &random)).map { number in
      ExportPrint(
        DeliveryID(["adds", "die"].randomElement(using: &random)!, .etp, month()), file: "é-\(number)",
        sha256: "\(number)")
    }
    let series = (0..<Int.random(in: 0...2, using: &random)).map { number in
      SeriesPrint(association: "adds", kind: .reunions, file: "s\(number).csv", sha256: "\(number)")
    }
    let findings = (0..<Int.random(in: 0...6, using: &random)).map { number in
      Finding(
        Bool.random(using: &random) ? .unreadable : .missingValue, .file,
        month: Bool.random(using: &random) ? month() : nil, file: "f\(number)", rule: "", remedy: "")
    }
    let prints = InputPrints(exports.shuffled(using: &random), series.reversed(), findings.shuffled(using: &random))
    for last in (0...7).map({ Month(year: 2022, number: 1).advanced(by: $0 - 1) }) {
      let lines =
        exports.filter { $0.month <= last }.map(\.line).sorted() + series.map(\.line).sorted()
        + findings.filter { $0.code == "unreadable" && ($0.month.map { $0 <= last } ?? true) }
        .map { "finding unreadable \($0.file)" }.sorted()
      let text = String(decoding: prints.pieces(upTo: last).joined(), as: UTF8.self)
      #expect(text == lines.map { "\n" + $0 }.joined(), "\(last)")
    }
  }
}
