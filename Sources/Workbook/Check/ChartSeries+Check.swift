extension ChartSeries {
  /// The rule that the series breaks, if any.
  func fault(in book: Book) -> BookError.Rule? {
    guard let categoryCells = categories.cells(in: book), let valueCells = values.cells(in: book)
    else { return .chartReference }
    let areas = [categories.area, values.area]
    guard areas.allSatisfy({ $0.rows.count == 1 || $0.columns.count == 1 }),
      categoryCells.count == valueCells.count, valueCells.count <= Limit.points
    else { return .chartShape }
    guard categoryCells.allSatisfy(\.isText) else { return .chartCategories }
    guard !valueCells.contains(where: \.isText) else { return .chartValues }
    if let labels, CellText.faultInLabel(labels.format, atMost: Limit.format) != nil {
      return .style
    }
    return faultInName(of: book)
  }

  private func faultInName(of book: Book) -> BookError.Rule? {
    switch name {
    case .text(let text):
      return text.isEmpty ? .textEmpty : CellText.faultInChart(text)
    case .cell(let reference):
      guard let cells = reference.cells(in: book) else { return .chartReference }
      return cells.count == 1 && cells[0].isText ? nil : .chartReference
    }
  }
}

extension CellReference {
  /// The cells referred to; nil if the sheet or a row does not exist.
  func cells(in book: Book) -> [Cell]? {
    guard let sheet = book.sheets.first(where: { $0.name == self.sheet }),
      area.rows.lowerBound >= 0, area.rows.upperBound < sheet.rows.count,
      area.columns.lowerBound >= 0, area.columns.upperBound < Limit.columns
    else { return nil }
    return area.places.map { sheet.cell(at: $0) }
  }
}

extension Cell {
  var isText: Bool {
    if case .text(let text) = content { !text.isEmpty } else { false }
  }
}
