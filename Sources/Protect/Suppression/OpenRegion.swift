import Solver

/// What is open together in a part, and the closed columns around it: the linear programme of that alone. A part is many times as large as
/// what is hidden of it.
final class OpenRegion {
  /// In order: those that are open, and those around them.
  let columns: [Int]
  private let places: [Int: Int]
  private let programme: LinearProgramme
  private var bounds: [ClosedRange<Int>]
  private let truth: [Double]

  init(_ open: [Int], _ part: PartRows) {
    let rows = part.rows(of: open)
    columns = Set(rows.lazy.flatMap { $0.terms.map(\.column) }).union(open).sorted()
    let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    self.places = places
    programme = LinearProgramme(columns: columns.count)
    bounds = columns.map { _ in 0...0 }
    truth = columns.map { _ in 0 }
    for place in columns.indices { programme.setWhole(place) }
    for row in rows {
      programme.addRow(
        row.terms.map { (places[$0.column]!, $0.coefficient) }, row.lower.map(Double.init), row.upper.map(Double.init),
        whenBroken: row.waits)
    }
  }

  func has(_ column: Int) -> Bool { places[column] != nil }

  func setBounds(of column: Int, _ steps: ClosedRange<Int>) {
    let place = places[column]!
    guard bounds[place] != steps else { return }
    bounds[place] = steps
    programme.setBounds(of: place, Double(steps.lowerBound), Double(steps.upperBound))
  }

  func optimum(
    _ sense: LinearProgramme.Sense, of terms: [(column: Int, coefficient: Int)]
  ) -> LinearProgramme.Solution? { programme.optimum(sense, of: own(terms)) }

  /// Between the truth, from which nothing moves, and the best steps in fractions: nearly all questions are answered so.
  func nearbyOptimum(
    _ sense: LinearProgramme.Sense, of terms: [(column: Int, coefficient: Int)], steps: Int = 2_000, enough: Int? = nil
  ) -> LinearProgramme.Solution? {
    programme.wholeOptimum(sense, of: own(terms), .nearby(truth), steps: steps, enough: enough)
  }

  func wholeOptimum(
    _ sense: LinearProgramme.Sense, of terms: [(column: Int, coefficient: Int)], enough: Int? = nil
  ) -> LinearProgramme.Solution? {
    programme.wholeOptimum(sense, of: own(terms), .quick, enough: enough)
  }

  private func own(_ terms: [(column: Int, coefficient: Int)]) -> [(column: Int, coefficient: Int)] {
    terms.compactMap { term in places[term.column].map { (column: $0, coefficient: term.coefficient) } }
  }

  /// Columns whose bounds the last optimum rests on.
  var binding: [Int] {
    programme.reducedCosts.enumerated().filter { abs($0.element) > 1e-7 }.map { columns[$0.offset] }
  }

  /// By column that moves, its steps.
  func steps(of solution: LinearProgramme.Solution) -> [Int: Double] {
    let isWhole = solution.isWhole
    var steps: [Int: Double] = [:]
    for (place, value) in solution.values.enumerated() {
      let step = isWhole ? value.rounded() : value
      if abs(step) > 1e-9 { steps[columns[place]] = step }
    }
    return steps
  }
}
