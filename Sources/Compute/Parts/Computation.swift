import Domain

/// The figures of a catalogue over some months, as a question to the rows: which measures are asked, over which months, in which
/// cells. Rows give their parts to it association by association, in any order; figures are made of these.
package struct Computation: Sendable {
  let catalogue: Catalogue
  let programme: Programme
  let reference: Reference
  package let months: ClosedRange<Month>
  /// Those that read monthly files: registers are read for each month anew.
  let asked: [AskedLeaf]
  private let positions: [Term: Int]
  /// All that its months' figures ask for.
  private let leaves: [Term: Leaf]
  let noParts: MonthlyParts

  /// `indicators` are those wanted (nil: all of the catalogue, which parts refer to in any case); `others`: those that are none of it.
  package init(
    _ catalogue: Catalogue, only indicators: [Indicator]? = nil, and others: [Indicator] = [], of programme: Programme,
    with reference: Reference,
    over months: ClosedRange<Month>
  ) {
    self.catalogue = catalogue
    self.programme = programme
    self.reference = reference
    self.months = months
    var (asked, positions, series): ([AskedLeaf], [Term: Int], Int) = ([], [:], 0)
    var leaves: [Term: Leaf] = [:]
    for month in months {
      let engine = Engine(catalogue, programme, reference, month: month, deliveries: [], leaves: leaves)
      for indicator in (indicators ?? catalogue.indicators) + others { engine.require(indicator) }
      for tally in engine.tallies { leaves[tally.leaf.term] = tally.leaf }
      for tally in engine.tallies where tally.leaf.measure.kind != .beneficiaires {
        let position = positions[tally.leaf.term] ?? asked.count
        if position == asked.count {
          positions[tally.leaf.term] = position
          asked.append(AskedLeaf(tally.leaf))
        }
        for slice in tally.slices { asked[position].require(from: slice.from, slice.breakdown, next: &series) }
      }
    }
    self.asked = asked
    self.positions = positions
    self.leaves = leaves
    noParts = MonthlyParts(start: programme.start, end: months.upperBound, series: series)
  }

  /// What one association's `etp` rows give, in whatever order the files come.
  package func parts(ofJobs files: [JobRows]) -> MonthlyParts {
    var pass = JobParts(self)
    let byMonth = Dictionary(grouping: files.filter { $0.month <= months.upperBound }, by: \.month)
    for (month, tables) in byMonth.sorted(by: { $0.key < $1.key }) { pass.read(tables, of: month) }
    return pass.parts
  }

  /// What all associations' meetings give.
  package func parts(ofMeetings files: ArraySlice<MeetingRows>) -> MonthlyParts {
    var pass = MeetingParts(self)
    let byMonth = Dictionary(grouping: files.filter { $0.month <= months.upperBound }, by: \.month)
    for (month, files) in byMonth { pass.read(files, of: month) }
    return pass.parts
  }

  /// What all rows give, in one pass.
  package func parts(of facts: Facts) -> MonthlyParts {
    var parts = parts(ofMeetings: facts.meetings)
    for files in Dictionary(grouping: facts.jobs, by: \.association).values { parts.merge(self.parts(ofJobs: files)) }
    parts.seal()
    return parts
  }

  func series(_ leaf: Leaf, _ breakdown: Breakdown) -> Int {
    guard let position = positions[leaf.term], let series = asked[position].series(breakdown) else {
      preconditionFailure("figures of a measure that was not asked for")
    }
    return series
  }

  /// Figures of one of the months: each indicator at each horizon in each cell, in the table's order. `indicators` are among
  /// those asked for.
  package func figures(
    of month: Month, only indicators: [Indicator]? = nil, from parts: MonthlyParts, _ facts: Facts
  ) -> Figures {
    let engine = Engine(catalogue, programme, reference, month: month, deliveries: facts.deliveries, leaves: leaves)
    let wanted = indicators ?? catalogue.indicators
    for indicator in wanted { engine.require(indicator) }
    engine.settle(parts, of: self, registers: facts.registers)
    return Figures(month: month, wanted.flatMap { engine.figures(of: $0) })
  }
}
