import CLibXLSXWriter

/// Writes one chart. The look is here and the same for all: white ground, no frame, pale rules on
/// the side of the values only, small grey figures.
struct ChartWriter {
  let chart: Chart
  let book: Book
  let workbook: UnsafeMutablePointer<lxw_workbook>
  let strings: CStrings

  func write(on sheet: Sheet) throws {
    guard let target = workbook_add_chart(workbook, UInt8(chart.kind.code.rawValue)) else {
      throw WriteError.outOfMemory
    }
    for series in chart.series { try add(series, to: target) }
    setTitle(of: target)
    try setAxes(of: target)
    setGround(of: target)
    try insert(target, on: sheet)
  }

  private func add(_ series: ChartSeries, to target: UnsafeMutablePointer<lxw_chart>) throws {
    guard let made = chart_add_series(target, nil, nil) else { throw WriteError.outOfMemory }
    ChartSeriesWriter(series: series, kind: chart.kind, book: book, strings: strings).write(
      on: made)
  }

  private func setTitle(of target: UnsafeMutablePointer<lxw_chart>) {
    chart_title_set_name(target, chart.title)
    var font = strings.font(size: chart.isSmall ? 10 : 12, bold: true, colour: Look.ink)
    chart_title_set_name_font(target, &font)
    var small = strings.font(size: chart.isSmall ? 9 : 10, colour: Look.ink)
    chart_legend_set_font(target, &small)
    chart_legend_set_position(target, UInt8(chart.legend.code.rawValue))
  }

  /// In a bar chart of libxlsxwriter the categories are on the y axis.
  private func setAxes(of target: UnsafeMutablePointer<lxw_chart>) throws {
    let chart = target.pointee
    let (across, up) = (chart.x_axis, chart.y_axis)
    guard let across, let up else { throw WriteError.outOfMemory }
    let categories = self.chart.kind.isHorizontal ? up : across
    let values = self.chart.kind.isHorizontal ? across : up
    set(self.chart.categories, on: categories)
    set(self.chart.values, on: values)
    setLines(categories: categories, values: values)
    if self.chart.kind.isHorizontal {
      // The first category on top, as in the table, and the figures still at the foot.
      chart_axis_set_reverse(categories)
      chart_axis_set_crossing_max(categories)
      // Each bar has its name, however close they stand.
      chart_axis_set_interval_unit(categories, 1)
    }
    setBounds(on: values)
  }

  private func set(_ axis: ChartAxis, on target: UnsafeMutablePointer<lxw_chart_axis>) {
    if !axis.title.isEmpty {
      chart_axis_set_name(target, axis.title)
      var font = strings.font(size: self.chart.isSmall ? 8 : 10, colour: Look.muted)
      chart_axis_set_name_font(target, &font)
    }
    var font = strings.font(size: self.chart.isSmall ? 9 : 10, colour: Look.ink)
    chart_axis_set_num_font(target, &font)
  }

  private func setLines(
    categories: UnsafeMutablePointer<lxw_chart_axis>, values: UnsafeMutablePointer<lxw_chart_axis>
  ) {
    var base = lxw_chart_line()
    base.color = Look.rule.code
    base.width = 1
    chart_axis_set_line(categories, &base)
    chart_axis_major_gridlines_set_visible(categories, 0)
    chart_axis_set_major_tick_mark(categories, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    // Below the figures, not beside the axis: bars below zero would run through the names.
    chart_axis_set_label_position(categories, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    var none = lxw_chart_line()
    none.none = 1
    chart_axis_set_line(values, &none)
    chart_axis_set_major_tick_mark(values, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    var rule = lxw_chart_line()
    rule.color = Look.gridline.code
    rule.width = 0.75
    chart_axis_major_gridlines_set_visible(values, 1)
    chart_axis_major_gridlines_set_line(values, &rule)
  }

  private func setBounds(on values: UnsafeMutablePointer<lxw_chart_axis>) {
    let axis = chart.values
    if !axis.format.isEmpty { chart_axis_set_num_format(values, axis.format) }
    if let minimum = axis.minimum { chart_axis_set_min(values, minimum) }
    if let maximum = axis.maximum { chart_axis_set_max(values, maximum) }
    if let step = axis.step { chart_axis_set_major_unit(values, step) }
  }

  private func setGround(of target: UnsafeMutablePointer<lxw_chart>) {
    var none = lxw_chart_line()
    none.none = 1
    chart_chartarea_set_line(target, &none)
    guard chart.kind != .line else { return }
    chart_set_series_gap(target, UInt16(chart.gap))
    if !chart.kind.isStacked { chart_set_series_overlap(target, Int8(chart.overlap)) }
  }

  private func insert(_ target: UnsafeMutablePointer<lxw_chart>, on sheet: Sheet) throws {
    var options = lxw_chart_options()
    options.description = strings.copy(chart.alternativeText)
    // libxlsxwriter knows only factors of its own 480 by 288 pixels.
    options.x_offset = Int32(chart.indent)
    options.x_scale = Double(chart.width) / 480
    options.y_scale = Double(chart.height) / 288
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    let outcome = worksheet_insert_chart_opt(
      workbook_get_worksheet_by_name(workbook, sheet.name), UInt32(chart.place.row),
      UInt16(chart.place.column), target, &options)
    try require(outcome, "\(sheet.name), graphique \(chart.title)")
  }
}

extension CStrings {
  /// A font of a chart, which libxlsxwriter copies.
  func font(size: Double, bold: Bool = false, colour: Colour) -> lxw_chart_font {
    var font = lxw_chart_font()
    font.name = copy("Calibri")
    font.size = size
    // For libxlsxwriter 0 is "not set", and a title not set is bold.
    font.bold = bold ? 1 : 0
    font.color = colour.code
    return font
  }
}

extension Chart.Kind {
  fileprivate var code: lxw_chart_type {
    switch self {
    case .bar: LXW_CHART_BAR
    case .stackedBar: LXW_CHART_BAR_STACKED
    case .column: LXW_CHART_COLUMN
    case .stackedColumn: LXW_CHART_COLUMN_STACKED
    case .line: LXW_CHART_LINE
    }
  }

  var isHorizontal: Bool { self == .bar || self == .stackedBar }
  var isStacked: Bool { self == .stackedBar || self == .stackedColumn }
}

extension Chart.Legend {
  fileprivate var code: lxw_chart_legend_position {
    switch self {
    case .none: LXW_CHART_LEGEND_NONE
    case .top: LXW_CHART_LEGEND_TOP
    case .bottom: LXW_CHART_LEGEND_BOTTOM
    case .right: LXW_CHART_LEGEND_RIGHT
    }
  }
}
