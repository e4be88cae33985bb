import CLibXLSXWriter

/// Writes one series of a chart.
struct ChartSeriesWriter {
  let series: ChartSeries
  let kind: Chart.Kind
  let book: Book
  let strings: CStrings

  func write(on target: UnsafeMutablePointer<lxw_chart_series>) {
    setName(on: target)
    set(series.categories, with: chart_series_set_categories, on: target)
    set(series.values, with: chart_series_set_values, on: target)
    keepGaps(of: target)
    if kind == .line { setLine(on: target) } else { setBars(on: target) }
    setLabels(on: target)
  }

  private typealias Setter = (
    UnsafeMutablePointer<lxw_chart_series>?, UnsafePointer<CChar>?, UInt32, UInt16, UInt32, UInt16
  ) -> Void

  private func set(
    _ reference: CellReference, with setter: Setter,
    on target: UnsafeMutablePointer<lxw_chart_series>
  ) {
    let (rows, columns) = (reference.area.rows, reference.area.columns)
    reference.sheet.withCString { name in
      setter(
        target, name, UInt32(rows.lowerBound), UInt16(columns.lowerBound),
        UInt32(rows.upperBound), UInt16(columns.upperBound))
    }
  }

  private func setName(on target: UnsafeMutablePointer<lxw_chart_series>) {
    switch series.name {
    case .text(let text):
      chart_series_set_name(target, text)
    case .cell(let reference):
      let area = reference.area
      chart_series_set_name_range(
        target, reference.sheet, UInt32(area.rows.lowerBound), UInt16(area.columns.lowerBound))
    }
  }

  /// libxlsxwriter copies the figures into the chart, a styled blank cell as 0: a figure that was
  /// withheld would be shown as none. A chart without a copy is drawn from the cells, with a gap; of a cell that is not there
  /// the copy has a gap itself.
  private func keepGaps(of target: UnsafeMutablePointer<lxw_chart_series>) {
    let cells = series.values.cells(in: book) ?? []
    if cells.contains(where: { $0.content == .blank && $0.style != nil }) {
      target.pointee.values.pointee.ignore_cache = 1
    }
  }

  private func setLine(on target: UnsafeMutablePointer<lxw_chart_series>) {
    var line = lxw_chart_line()
    line.color = series.colour.code
    line.width = series.dash == .solid ? 2.25 : 1.75
    line.dash_type = UInt8(series.dash.code.rawValue)
    chart_series_set_line(target, &line)
    guard series.hasMarkers else { return }
    chart_series_set_marker_type(target, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    chart_series_set_marker_size(target, 6)
    var fill = lxw_chart_fill()
    fill.color = series.colour.code
    chart_series_set_marker_fill(target, &fill)
    var edge = lxw_chart_line()
    edge.color = Look.white.code
    chart_series_set_marker_line(target, &edge)
  }

  /// A white edge parts the pieces of a stack for those who see no difference of colour; a dashed
  /// one makes a target an outline.
  private func setBars(on target: UnsafeMutablePointer<lxw_chart_series>) {
    guard !series.isMark else { return setMark(on: target) }
    var fill = lxw_chart_fill()
    fill.color = series.dash == .solid ? series.colour.code : Look.wash.code
    chart_series_set_fill(target, &fill)
    var edge = lxw_chart_line()
    edge.color = series.dash == .solid ? Look.white.code : series.colour.code
    edge.width = series.dash == .solid ? 0.75 : 1.25
    edge.dash_type = UInt8(series.dash.code.rawValue)
    chart_series_set_line(target, &edge)
  }

  /// libxlsxwriter combines no chart types, so that no line can cross bars: the bar itself is not drawn, and its label is a stroke
  /// whatever the number.
  private func setMark(on target: UnsafeMutablePointer<lxw_chart_series>) {
    var fill = lxw_chart_fill()
    fill.none = 1
    chart_series_set_fill(target, &fill)
    var edge = lxw_chart_line()
    edge.none = 1
    chart_series_set_line(target, &edge)
    chart_series_set_labels(target)
    chart_series_set_labels_num_format(target, "\"\u{258F}\"")
    chart_series_set_labels_position(target, UInt8(LXW_CHART_LABEL_POSITION_OUTSIDE_END.rawValue))
    var font = strings.font(size: 20, bold: true, colour: series.colour)
    chart_series_set_labels_font(target, &font)
  }

  private func setLabels(on target: UnsafeMutablePointer<lxw_chart_series>) {
    guard let labels = series.labels, kind == .line || !series.isMark else { return }
    chart_series_set_labels(target)
    if !labels.format.isEmpty { chart_series_set_labels_num_format(target, labels.format) }
    var font = strings.font(size: 9, colour: labels.colour)
    chart_series_set_labels_font(target, &font)
    if kind == .line {
      chart_series_set_labels_position(target, UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue))
    }
  }
}

extension ChartSeries.Dash {
  fileprivate var code: lxw_chart_line_dash_type {
    switch self {
    case .solid: LXW_CHART_LINE_DASH_SOLID
    case .dashed: LXW_CHART_LINE_DASH_DASH
    case .dotted: LXW_CHART_LINE_DASH_ROUND_DOT
    }
  }
}
