import Domain
import Workbook

/// Lays a report's sheet out as cells: title, sentences, tables at column A, charts below their table, and below them
/// the numbers of a chart that the table could not give.
struct SheetLayout {
  private(set) var sheet: Sheet
  /// Which figure stands where.
  private(set) var keys: [CellPlace: Figures.Key] = [:]
  private var flow: PageFlow
  /// Of an empty row, in points. Spreadsheets differ in what they give a row without a height, and 15, the format's
  /// own, is written as none.
  private static let emptyRow = 15.75

  init(_ report: ReportSheet, footer: PageBand) {
    sheet = Sheet(name: report.name)
    sheet.columns = columnWidths(of: report)
    flow = PageFlow(sheetWidth: sheet.columns.reduce(0) { $0 + $1.pixels })
    sheet.tab = Colour(report.colour)
    sheet.page.footer = footer
    append([.text(readerText(report.title), SheetStyle.title)], height: 32)
    // A header repeated over another table would name the wrong columns: there the title is.
    let hasOneTable = report.blocks.count { $0.table != nil } == 1
    if !hasOneTable { repeatRow(0) }
    for block in report.blocks { append(block) }
    if hasOneTable { freeze() }
  }

  private mutating func append(_ block: ReportBlock) {
    if let heading = block.heading {
      append([], height: SheetLayout.emptyRow)
      makeRoom(min(block.leastHeight, flow.tallest))
      append([.text(readerText(heading), SheetStyle.heading)], height: 24)
    }
    for line in block.lines {
      for row in wrapped(readerText(line), at: lineWidth) { append([.text(row, SheetStyle.line)], height: 17) }
    }
    let table = block.table.map { append($0) }
    append(block.charts, across: block.chartsAcross, above: block.table, at: table)
  }

  @discardableResult
  private mutating func append(_ table: ReportTable) -> Table {
    let first = sheet.rows.count
    append(
      table.columns.indices.map { .text(table.columns[$0].header, headerStyle(of: table, $0)) },
      height: headerHeight(of: table, in: sheet.columns))
    let rows = table.rows.isEmpty ? [[ReportCell.text(table.whenEmpty)]] : table.rows
    for (index, row) in rows.enumerated() {
      let isTotal = table.hasTotalRow && index == rows.count - 1
      for (column, cell) in row.enumerated() {
        keys[CellPlace(row: sheet.rows.count, column: column)] = cell.key
      }
      append(
        table.columns.indices.map { column in
          let cell = row.indices.contains(column) ? row[column] : .blank
          let style = bodyStyle(of: table, column)
          return workbookCell(cell, isTotal ? SheetStyle.total(style) : style)
        }, height: rowHeight(row, of: table, in: sheet.columns))
    }
    let area = CellArea(rows: first...(sheet.rows.count - 1), columns: 0...(table.columns.count - 1))
    var native = Table(name: table.name, area: area)
    native.hasFilter = table.hasFilter
    sheet.tables.append(native)
    if sheet.page.repeatedRows == nil { repeatRow(first) }
    return native
  }

  private mutating func repeatRow(_ row: Int) {
    sheet.page.repeatedRows = row...row
    flow.repeated = pixels(ofRow: row)
  }

  private mutating func append(
    _ charts: [ReportChart], across: Int, above table: ReportTable?, at native: Table?
  ) {
    let drawn = charts.filter(\.hasValues)
    var sources: [Int: ChartSource] = [:]
    if let table, let native {
      for (index, chart) in drawn.enumerated() where chart.standsInTable && !table.rows.isEmpty {
        sources[index] = ChartSource(sheet: sheet.name, table: native, categories: chart.categories.count)
      }
    }
    let places = reserve(drawn, across: across)
    for (index, chart) in drawn.enumerated() {
      let source = sources[index] ?? appendNumbers(of: chart)
      sheet.charts.append(workbookChart(chart, from: source, at: places[index]))
    }
  }

  /// The rows that the charts will cover, begun on a new page where they would be cut.
  private mutating func reserve(_ charts: [ReportChart], across: Int) -> [ChartPlace] {
    var places: [ChartPlace] = []
    for start in stride(from: 0, to: charts.count, by: across) {
      let group = Array(charts[start..<min(start + across, charts.count)])
      append([], height: SheetLayout.emptyRow)
      let tallest = min(group.map(\.height).max() ?? 0, flow.tallest)
      let height = fit(tallest, atLeast: tallest * (group.map(\.leastShare).max() ?? 1))
      places += columns(for: across).prefix(group.count).map { column, width in
        ChartPlace(cell: CellPlace(row: sheet.rows.count, column: column), width: width, height: height)
      }
      for _ in 0...Int(height * 0.75 / SheetLayout.emptyRow) { append([], height: SheetLayout.emptyRow) }
    }
    return places
  }

  /// The height a chart gets: somewhat less where that spares a page, else a new page is begun.
  private mutating func fit(_ height: Double, atLeast least: Double) -> Double {
    if flow.room >= height { return height }
    if flow.room >= max(220, least) { return flow.room }
    makeRoom(height)
    if flow.room < least { makeRoom(least) }
    // Cut in two is better than too small to be read.
    return max(min(height, flow.room), least)
  }

  /// Empty rows down to where a page has so much room; none where no page has.
  private mutating func makeRoom(_ height: Double) {
    var ahead = flow
    var rows = 0
    while ahead.room < height && rows < 80 {
      ahead.add(SheetLayout.emptyRow * 4 / 3)
      rows += 1
    }
    guard rows > 0, ahead.room >= height else { return }
    // Two more, for where a spreadsheet gets a little more onto its page than was thought.
    for _ in 0..<(rows + 2) { append([], height: SheetLayout.emptyRow) }
  }

  /// The columns at which charts side by side begin, and how wide they may be.
  private func columns(for across: Int) -> [(Int, Double)] {
    let edges = sheet.columns.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1.pixels) }
    let width = max(edges.last ?? 0, 560)
    guard across > 1, width > 700 else { return Array(repeating: (0, min(width - 24, 900)), count: across) }
    let middle = edges.indices.dropLast().min { abs(edges[$0] - width / 2) < abs(edges[$1] - width / 2) } ?? 0
    // Not to the edge: what reaches beyond the last column makes the page wider by one more.
    return [(0, edges[middle] - 24), (middle, width - edges[middle] - 24)]
  }

  /// A table of its own for the numbers of a chart, gaps left blank.
  private mutating func appendNumbers(of chart: ReportChart) -> ChartSource {
    if sheet.page.area == nil { sheet.page.area = printed }
    append([], height: SheetLayout.emptyRow)
    let hasGaps = chart.series.contains { $0.values.contains(nil) }
    let note = "Chiffres du graphique" + (hasGaps ? " ; une case vide y est un chiffre absent ou masqué." : ".")
    append([.text(readerText(note), SheetStyle.line)], height: 17)
    return ChartSource(
      sheet: sheet.name,
      table: append(chart.numbers(named: "t_graphique_\(sheet.name.asciiWord)_\(sheet.charts.count + 1)")),
      categories: chart.categories.count, isOwn: true)
  }

  /// Everything so far, as wide as the widest chart. The numbers of a chart are for the screen: printed, they would say
  /// twice what the table says.
  private var printed: CellArea {
    var columns = sheet.columns
    while columns.reduce(0, { $0 + $1.pixels }) < 560 { columns.append(.standard) }
    return CellArea(rows: 0...(sheet.rows.count - 1), columns: 0...(columns.count - 1))
  }

  private mutating func append(_ cells: [Workbook.Cell], height: Double) {
    sheet.append(cells, height: height)
    flow.add(pixels(ofRow: sheet.rows.count - 1))
  }

  private func pixels(ofRow row: Int) -> Double { (sheet.rows[row].height ?? SheetLayout.emptyRow) * 4 / 3 }

  /// Characters of a sentence across the sheet; letters are narrower than the digits that widths count.
  private var lineWidth: Int {
    Int(min(max(sheet.columns.reduce(0) { $0 + $1.width }, 80), 170) * 1.05)
  }

  /// Header and first column stay in view, unless that would take the better part of a small screen.
  private mutating func freeze() {
    guard let header = sheet.tables.first?.area.rows.lowerBound else { return }
    let height = (0...header).reduce(0) { $0 + pixels(ofRow: $1) }
    if height <= 220 { sheet.freeze = CellPlace(row: header + 1, column: 1) }
  }
}
