import CLibXLSXWriter

/// Writes one sheet, but for its charts.
struct SheetWriter {
  let sheet: Sheet
  let target: UnsafeMutablePointer<lxw_worksheet>
  let strings: CStrings
  var formats: Formats

  mutating func write() throws {
    try writeLayout()
    for (index, row) in sheet.rows.enumerated() { try write(row, at: index) }
    for table in sheet.tables { try write(table) }
  }

  private mutating func write(_ row: SheetRow, at index: Int) throws {
    if let height = row.height {
      try require(worksheet_set_row(target, UInt32(index), height, nil), "hauteur de ligne")
    }
    for (column, cell) in row.cells.enumerated() {
      let format = try formats.format(cell.style)
      var outcome = write(cell.content, UInt32(index), UInt16(column), format)
      if let name = cell.leadsTo, case .text(let text) = cell.content {
        outcome = worksheet_write_url_opt(
          target, UInt32(index), UInt16(column), Jump.url(to: name), format, CellText.encoded(text), nil)
      }
      try require(outcome, "\(sheet.name)!\(CellPlace(row: index, column: column).name)")
    }
  }

  /// Text goes through the string call only: it can become neither a formula nor a link. What leads to a sheet of the book says so
  /// itself.
  private func write(
    _ content: Cell.Content, _ row: UInt32, _ column: UInt16, _ format: Formats.Format?
  ) -> lxw_error {
    switch content {
    case .text(let text):
      worksheet_write_string(target, row, column, CellText.encoded(text), format)
    case .number(let number):
      // Adding 0 makes 0 of -0, which would be written "-0".
      worksheet_write_number(target, row, column, number + 0, format)
    case .blank:
      worksheet_write_blank(target, row, column, format)
    }
  }

  /// libxlsxwriter writes the header cells again, so it is given their formats.
  private mutating func write(_ table: Table) throws {
    let columns = UnsafeMutableBufferPointer<lxw_table_column>.allocate(
      capacity: table.area.columns.count)
    columns.initialize(repeating: lxw_table_column())
    defer { columns.deallocate() }
    for (index, place) in table.headerPlaces.enumerated() {
      let cell = sheet.cell(at: place)
      guard case .text(let header) = cell.content else { continue }
      columns[index].header = strings.copy(header)
      columns[index].header_format = try formats.format(cell.style)
    }
    var pointers = columns.indices.map { index in columns.baseAddress.map { $0 + index } }
    try add(table, columns: &pointers)
  }

  private func add(
    _ table: Table, columns: inout [UnsafeMutablePointer<lxw_table_column>?]
  ) throws {
    var options = lxw_table_options()
    options.name = strings.copy(table.name)
    options.no_autofilter = table.hasFilter ? 0 : 1
    options.style_type = UInt8(table.style.kind.rawValue)
    options.style_type_number = table.style.number
    let outcome = columns.withUnsafeMutableBufferPointer { buffer in
      options.columns = buffer.baseAddress
      return worksheet_add_table(
        target, UInt32(table.area.rows.lowerBound), UInt16(table.area.columns.lowerBound),
        UInt32(table.area.rows.upperBound), UInt16(table.area.columns.upperBound), &options)
    }
    try require(outcome, "\(sheet.name), tableau \(table.name)")
  }

  private func writeLayout() throws {
    for (index, column) in sheet.columns.enumerated() {
      let index = UInt16(index)
      try require(worksheet_set_column(target, index, index, column.width, nil), "colonnes")
    }
    if let corner = sheet.freeze {
      worksheet_freeze_panes(target, UInt32(corner.row), UInt16(corner.column))
    }
    if let tab = sheet.tab { worksheet_set_tab_color(target, tab.code) }
    let gridlines = sheet.showsGridlines ? LXW_SHOW_SCREEN_GRIDLINES : LXW_HIDE_ALL_GRIDLINES
    worksheet_gridlines(target, UInt8(gridlines.rawValue))
    worksheet_set_zoom(target, UInt16(sheet.zoom))
    // Text that looks like a number is meant so: no green triangles on ids and codes.
    let everywhere = "A1:\(CellPlace(row: Limit.rows - 1, column: Limit.columns - 1).name)"
    let numbersAsText = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
    try require(worksheet_ignore_errors(target, numbersAsText, everywhere), "avertissements")
    try write(sheet.page)
  }

  private func write(_ page: PageSetup) throws {
    worksheet_set_paper(target, 9)  // A4
    if page.isLandscape { worksheet_set_landscape(target) }
    switch page.size {
    case .oneWide: worksheet_fit_to_pages(target, 1, 0)
    case .onePage: worksheet_fit_to_pages(target, 1, 1)
    case .scale(let percent): worksheet_set_print_scale(target, UInt16(percent))
    }
    if !page.breaks.isEmpty {
      var rows = page.breaks.map(UInt32.init) + [0]
      try require(worksheet_set_h_pagebreaks(target, &rows), "sauts de page")
    }
    worksheet_set_margins(target, 0.5, 0.5, 0.7, 0.7)
    if let rows = page.repeatedRows {
      let outcome = worksheet_repeat_rows(target, UInt32(rows.lowerBound), UInt32(rows.upperBound))
      try require(outcome, "titres à imprimer")
    }
    if let area = page.area {
      let outcome = worksheet_print_area(
        target, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound),
        UInt32(area.rows.upperBound), UInt16(area.columns.upperBound))
      try require(outcome, "zone d'impression")
    }
    let (header, footer) = (page.header.code, page.footer.code)
    if !header.isEmpty { try require(worksheet_set_header(target, header), "en-tête") }
    if !footer.isEmpty { try require(worksheet_set_footer(target, footer), "pied de page") }
  }
}

extension TableStyle {
  fileprivate var kind: lxw_table_style_type {
    switch self {
    case .plain, .light: LXW_TABLE_STYLE_TYPE_LIGHT
    case .medium: LXW_TABLE_STYLE_TYPE_MEDIUM
    }
  }

  /// Light 0 is libxlsxwriter's way to say none.
  fileprivate var number: UInt8 {
    switch self {
    case .plain: 0
    case .light(let number), .medium(let number): UInt8(number)
    }
  }
}
