extension Chart {
  func check(on sheet: Sheet, of book: Book) throws(BookError) {
    let place = "\(sheet.name), \(title)"
    guard !series.isEmpty else { throw BookError(.chartWithoutSeries, at: place) }
    for text in [title, alternativeText] where text.isEmpty {
      throw BookError(.textEmpty, at: place)
    }
    for text in [title, categories.title, values.title] {
      if let fault = CellText.faultInChart(text) { throw BookError(fault, at: place) }
    }
    if let fault = CellText.faultInLabel(alternativeText, atMost: Limit.alternativeText) {
      throw BookError(fault, at: place)
    }
    guard isLayoutValid else { throw BookError(.chartLayout, at: place) }
    for series in series {
      if let fault = series.fault(in: book) { throw BookError(fault, at: place) }
    }
  }

  private var isLayoutValid: Bool {
    let bounds = [values.minimum, values.maximum, values.step].compactMap { $0 }
    let isOrdered = values.minimum.flatMap { low in values.maximum.map { low < $0 } } ?? true
    return (0...1000).contains(indent) && (50...4000).contains(width) && (50...4000).contains(height)
      && (0..<Limit.rows).contains(place.row) && (0..<Limit.columns).contains(place.column)
      && (0...500).contains(gap) && (-100...100).contains(overlap)
      && alternativeText.utf8.count <= Limit.alternativeText
      && bounds.allSatisfy(\.isFinite) && isOrdered && (values.step ?? 1) > 0
      && CellText.faultInLabel(values.format, atMost: Limit.format) == nil
  }
}
