/// What a chart says: its kind, its words, and the cells that it is drawn from.
struct ChartPart {
  private(set) var reading = ParsedBook.Chart()

  init(_ part: String, in parts: Parts) throws(ReadBackError) {
    var found = ParsedBook.Chart()
    var bytes: [UInt8]?
    func end(_ keep: (String) -> Void) {
      if let bytes { keep(String(decoding: bytes, as: UTF8.self)) }
      bytes = nil
    }
    try parts.parse(part) { event in
      switch event {
      case .start("c:barDir", let attributes), .start("c:grouping", let attributes):
        found.kind.append(XMLEvent.value(of: "val", in: attributes) ?? "")
      case .start("c:ser", _): found.series += 1
      case .start("a:t", _), .start("c:f", _): bytes = []
      case .text(let piece): bytes?.append(contentsOf: piece)
      case .end("a:t"): end { found.words.append($0) }
      case .end("c:f"): end { found.references.append($0.replacing("'", with: "")) }
      default: break
      }
    }
    found.words.sort()
    reading = found
  }
}

extension ParsedBook.Chart {
  /// What the file of this chart must say.
  init(of chart: Chart) {
    kind = chart.kind.isHorizontal ? ["bar"] : chart.kind == .line ? [] : ["col"]
    kind.append(chart.kind == .line ? "standard" : chart.kind.isStacked ? "stacked" : "clustered")
    series = chart.series.count
    words = [chart.title, chart.categories.title, chart.values.title].filter { !$0.isEmpty }.sorted()
    references = chart.series.flatMap { series in
      var all = [series.categories, series.values]
      if case .cell(let name) = series.name { all.insert(name, at: 0) }
      return all.map(\.formula)
    }
  }
}

extension CellReference {
  /// As the file has it, without the apostrophes around a name: `Synthèse!$A$2:$A$5`.
  fileprivate var formula: String {
    let (rows, columns) = (area.rows, area.columns)
    func corner(_ row: Int, _ column: Int) -> String {
      let name = CellPlace(row: row, column: column).name
      return "$" + name.prefix { !$0.isNumber } + "$" + name.drop { !$0.isNumber }
    }
    let first = corner(rows.lowerBound, columns.lowerBound), last = corner(rows.upperBound, columns.upperBound)
    return sheet.replacing("'", with: "") + "!" + (first == last ? first : "\(first):\(last)")
  }
}
