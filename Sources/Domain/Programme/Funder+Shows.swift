extension Funder {
  /// Whether the report has this figure: a key figure, or a cell (or the total) of a section's column. An aggregator has them all.
  package func shows(_ key: Figures.Key) -> Bool {
    if isAggregator || keyFigures.contains(key) { return true }
    let dimensions = key.cell.dimensions
    return sections.contains { section in
      (dimensions.isEmpty || dimensions == [section.rows])
        && section.columns.contains { $0.indicator == key.indicator && $0.horizon == key.horizon }
    }
  }

  /// Those of the month, in the file's order.
  package func objectives(in month: Month) -> [Objective] { objectives.filter { $0.period.contains(month) } }

  package func objective(of key: Figures.Key, in month: Month) -> Objective? {
    objectives.first { $0.key == key && $0.period.contains(month) }
  }

  package func comment(on key: Figures.Key, in month: Month) -> Comment? {
    comments.first { $0.key == key && $0.month == month }
  }
}
