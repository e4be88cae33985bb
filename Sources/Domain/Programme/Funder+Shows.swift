extension Funder {
  /// Whether the report has this figure: a total of a key figure, or a cell (or the total) of a section's column.
  package func shows(_ key: Figures.Key) -> Bool {
    let dimensions = key.cell.dimensions
    if dimensions.isEmpty, keyFigures.contains(key.indicator) { return true }
    return sections.contains { section in
      (dimensions.isEmpty || dimensions == [section.rows])
        && section.columns.contains { $0.indicator == key.indicator && $0.horizon == key.horizon }
    }
  }
}
