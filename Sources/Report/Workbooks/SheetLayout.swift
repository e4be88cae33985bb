import Domain
import Workbook

/// Lays a report's sheet out as cells: title, sentences, tables at column A with their notes, charts beside or right under them,
/// and below everything the numbers of a chart that the table could not give.
struct SheetLayout {
  private(set) var sheet: Sheet
  /// What stands where, and can be explained.
  private(set) var origins: [CellPlace: CellOrigin] = [:]
  private var flow: PageFlow
  /// Charts whose numbers stand in no table, with their place.
  private var pending: [(chart: ReportChart, place: ChartPlace)] = []
  private let isOnePage: Bool
  /// Of an empty row, in points. Spreadsheets differ in what they give a row without a height, and 15, the format's
  /// own, is written as none.
  private static let emptyRow = 15.75
  private static let line = 16.0

  init(_ report: ReportSheet, footer: PageBand) {
    sheet = Sheet(name: report.name)
    sheet.columns = columnWidths(of: report)
    flow = PageFlow(sheetWidth: max(sheet.columns.reduce(0) { $0 + $1.pixels }, SheetLayout.leastWidth))
    isOnePage = report.isOnePage == true
    sheet.tab = Colour(report.colour)
    sheet.page.footer = footer
    append([.text(readerText(report.title), SheetStyle.title)], height: 32)
    let tables = report.blocks.compactMap(\.table)
    for block in report.blocks { append(block, repeatsHeader: tables.count == 1) }
    let printed = sheet.rows.count
    for (chart, place) in pending { drawFromOwnNumbers(chart, at: place) }
    setUpPage(report, printed: printed)
    if tables.count == 1, (tables.first?.rows.count ?? 0) > 25 { freeze() }
  }

  private mutating func setUpPage(_ report: ReportSheet, printed: Int) {
    if isOnePage {
      sheet.page.size = .onePage
    } else {
      sheet.page.size = .scale(flow.scale)
      sheet.page.breaks = flow.breaks.filter { $0 < printed }
    }
    guard report.isOnePage != nil else {
      // For the screen and for machines: an empty cell is all that is printed of it.
      sheet.page.area = CellArea(rows: 0...0, columns: sheet.columns.count...sheet.columns.count)
      return
    }
    // The numbers of a chart are for the screen: printed, they would say twice what the table says.
    sheet.page.area = area(ofRows: printed)
  }

  /// The first rows, as wide as the sentences and charts.
  private func area(ofRows rows: Int) -> CellArea {
    var columns = sheet.columns
    while columns.reduce(0, { $0 + $1.pixels }) < SheetLayout.leastWidth { columns.append(.standard) }
    return CellArea(rows: 0...(rows - 1), columns: 0...(columns.count - 1))
  }

  private mutating func append(_ block: ReportBlock, repeatsHeader: Bool) {
    let beginning = sheet.rows.count
    if let heading = block.heading {
      if sheet.rows.count > 1 { append([], height: SheetLayout.emptyRow / 2) }
      makeRoom(min(block.leastHeight, flow.tallest))
      append([.text(readerText(heading), SheetStyle.heading)], height: 24)
    }
    let isBeside = block.chartsBeside && block.charts.contains(where: \.hasValues)
    append(lines: block.lines, width: isBeside ? Int(Double(lineWidth) * SheetLayout.textShare) - 2 : lineWidth)
    if isBeside {
      placeBeside(block.charts, from: beginning)
      return
    }
    let notes = block.notes.flatMap { wrapped(readerText($0), at: lineWidth) }.count
    let native = block.table.map {
      append($0, repeatsHeader: repeatsHeader, keeping: Double(notes) * SheetLayout.line * 4 / 3)
    }
    append(lines: block.notes, width: lineWidth)
    let drawn = block.charts.filter(\.hasValues)
    for start in stride(from: 0, to: drawn.count, by: across(block)) {
      place(Array(drawn.dropFirst(start).prefix(across(block))), below: block.table, native)
    }
  }

  private mutating func append(lines: [String], width: Int) {
    for line in lines {
      for row in wrapped(readerText(line), at: width) {
        append([.text(row, SheetStyle.line)], height: SheetLayout.line)
      }
    }
  }

  /// `keeping`: the height of what follows, with which the last rows stay together: no page holds notes alone.
  private mutating func append(_ table: ReportTable, repeatsHeader: Bool, keeping after: Double = 0) -> Table {
    let first = sheet.rows.count
    append(
      table.columns.indices.map { .text(table.columns[$0].header, headerStyle(of: table, $0)) },
      height: headerHeight(of: table, in: sheet.columns))
    let rows = table.rows.isEmpty ? [[ReportCell.text(table.whenEmpty)]] : table.rows
    if repeatsHeader { repeatRow(first) }
    for (index, row) in rows.enumerated() {
      let isTotal = table.hasTotalRow && index == rows.count - 1
      if index == rows.count - 2, index > 0 { makeRoom(after + 60) }
      for (column, cell) in row.enumerated() {
        origins[CellPlace(row: sheet.rows.count, column: column)] = cell.origin
      }
      append(
        table.columns.indices.map { column in
          let cell = row.indices.contains(column) ? row[column] : .blank
          if table.leavesBlanks && cell.content == .blank { return .blank }
          let style = bodyStyle(of: table, column)
          return workbookCell(cell, isTotal ? SheetStyle.total(style) : style)
        }, height: rowHeight(row, of: table, in: sheet.columns))
    }
    // On one page there is nothing to repeat, and over a chart on the next its header would name the wrong columns.
    if repeatsHeader, !flow.breaks.contains(where: { $0 > first && $0 < sheet.rows.count }) {
      sheet.page.repeatedRows = nil
      flow.repeated = 0
    }
    let area = CellArea(rows: first...(sheet.rows.count - 1), columns: 0...(table.columns.count - 1))
    var native = Table(name: table.name, area: area)
    native.hasFilter = table.hasFilter
    sheet.tables.append(native)
    return native
  }

  private mutating func repeatRow(_ row: Int) {
    guard !isOnePage else { return }
    sheet.page.repeatedRows = row...row
    flow.repeated = pixels(ofRow: row)
  }

  /// The rest begins a new page where so much does not fit on this one.
  private mutating func makeRoom(_ pixels: Double) {
    if !isOnePage && flow.room < pixels { flow.turn(at: sheet.rows.count) }
  }

  private mutating func append(_ cells: [Workbook.Cell], height: Double) {
    sheet.append(cells, height: height)
    flow.add(pixels(ofRow: sheet.rows.count - 1), row: sheet.rows.count - 1)
  }

  private func pixels(ofRow row: Int) -> Double { (sheet.rows[row].height ?? SheetLayout.emptyRow) * 4 / 3 }
  private func x(ofColumn column: Int) -> Double { sheet.columns.prefix(column).reduce(0) { $0 + $1.pixels } }
  private var width: Double { max(x(ofColumn: sheet.columns.count), SheetLayout.leastWidth) }
  private static let leastWidth = 940.0

  /// Characters of a sentence across the sheet; letters are narrower than the digits that widths count.
  private var lineWidth: Int {
    Int(min(width, 1250) / 7 * 1.05)
  }

  /// Header and first column stay in view, unless that would take the better part of a small screen.
  private mutating func freeze() {
    guard let header = sheet.tables.first?.area.rows.lowerBound else { return }
    let height = (0...header).reduce(0) { $0 + pixels(ofRow: $1) }
    if height <= 240 { sheet.freeze = CellPlace(row: header + 1, column: 1) }
  }
}

// MARK: Charts

extension SheetLayout {
  /// As many as asked for, where each can be read.
  private func across(_ block: ReportBlock) -> Int { Int(max(1, min(Double(block.chartsAcross), width / 310))) }

  /// Side by side below what stands there, on rows of their own.
  private mutating func place(_ unnamed: [ReportChart], below table: ReportTable?, _ native: Table?) {
    let charts = unnamed.map(\.named)
    append([], height: SheetLayout.emptyRow / 2)
    let wanted = min(charts.map(\.height).max() ?? 0, flow.tallest)
    let least = wanted * (charts.map(\.leastShare).max() ?? 1)
    // Down to the last row that the chart covers.
    let room = flow.room - SheetLayout.emptyRow * 4 / 3
    let height = isOnePage || room >= wanted ? wanted : room >= max(140, least) ? room : wanted
    makeRoom(height)
    let top = sheet.rows.count
    let each = min(width / Double(charts.count), 860)
    for (index, chart) in charts.enumerated() {
      let place = self.place(x: each * Double(index), row: top, width: each - 16, height: height)
      if let table, let native, chart.standsInTable, !table.rows.isEmpty {
        let source = ChartSource(sheet: sheet.name, table: native, categories: chart.categories.count)
        sheet.charts.append(workbookChart(chart, from: source, at: place))
      } else {
        pending.append((chart, place))
      }
    }
    for _ in 0...Int(height * 0.75 / SheetLayout.emptyRow) { append([], height: SheetLayout.emptyRow) }
  }

  /// In the right half, beside the rows from `first` on; they are made as many as the charts ask for.
  private mutating func placeBeside(_ charts: [ReportChart], from first: Int) {
    let drawn = charts.filter(\.hasValues).map(\.named)
    guard !drawn.isEmpty else { return }
    func height() -> Double { (first..<sheet.rows.count).reduce(0) { $0 + pixels(ofRow: $1) } }
    while height() < SheetLayout.besideHeight { append([], height: SheetLayout.line) }
    let left = width * SheetLayout.textShare
    let each = (width - left) / Double(drawn.count)
    for (index, chart) in drawn.enumerated() {
      pending.append(
        (chart, place(x: left + each * Double(index), row: first, width: each - 8, height: height() - 6)))
    }
  }
  private static let besideHeight = 205.0
  /// Of the width, for sentences with charts beside them.
  private static let textShare = 0.54

  private func place(x: Double, row: Int, width: Double, height: Double) -> ChartPlace {
    var column = 0
    while column < sheet.columns.count && self.x(ofColumn: column + 1) <= x { column += 1 }
    return ChartPlace(
      cell: CellPlace(row: row, column: column), indent: x - self.x(ofColumn: column), width: width, height: height)
  }

  /// A table of its own for the numbers of a chart, gaps left blank.
  private mutating func drawFromOwnNumbers(_ chart: ReportChart, at place: ChartPlace) {
    append([], height: SheetLayout.emptyRow)
    let gaps = NoNumber.allCases.filter(chart.gaps.contains).map(\.adjective)
    let note =
      "Chiffres du graphique"
      + (gaps.isEmpty ? "." : " ; une case vide y est un chiffre \(gaps.joined(separator: " ou ")).")
    append([.text(readerText(note), SheetStyle.line)], height: SheetLayout.line)
    let numbers = chart.numbers(named: "t_graphique_\(sheet.name.asciiWord)_\(sheet.charts.count + 1)")
    let source = ChartSource(
      sheet: sheet.name, table: append(numbers, repeatsHeader: false), categories: chart.categories.count, isOwn: true)
    sheet.charts.append(workbookChart(chart, from: source, at: place))
  }
}
