import Compute
import Domain
import Foundation
import Pipeline
import Testing

/// Every cell of the demonstration's May 2022 is explained, and its rows add up to it again.
@Suite struct ExplainTests {
  static let inputs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "inputs").path

  private func explanations() throws -> [Explanation] {
    let checked = try readInputs(InputsFolder(Self.inputs), month: Month(year: 2022, number: 5), timings: Timings())
    let definitions = checked.definitions
    return definitions.catalogue.indicators.flatMap {
      explainAll(
        $0, catalogue: definitions.catalogue, from: checked.facts, of: definitions.programme,
        with: definitions.reference, for: checked.month)
    }
  }

  @Test func everyCellAddsUp() throws {
    let all = try explanations()
    #expect(all.count > 900)
    for explanation in all {
      #expect(
        explanation.adds, "\(explanation.figure.indicator) \(explanation.figure.horizon) \(explanation.figure.cell)")
    }
    #expect(all.contains { $0.sources.count == 2 && !$0.sources[0].rows.isEmpty })
  }

  /// A proof that could not fail would be none: without one of its rows a figure is another.
  @Test func aDroppedRowIsNoticed() throws {
    var dropped = 0
    for explanation in try explanations() where explanation.figure.value != nil && explanation.sources.count == 1 {
      var source = explanation.sources[0]
      guard case .sumStock = source.measure, let row = source.rows.indices.last, source.rows[row].amount != .zero else {
        continue
      }
      source.rows.removeLast()
      #expect(source.total != explanation.figure.value)
      dropped += 1
    }
    #expect(dropped > 50)
  }
}
