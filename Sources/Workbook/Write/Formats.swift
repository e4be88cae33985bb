import CLibXLSXWriter

/// The formats of one workbook, one for each different style.
struct Formats {
  typealias Format = UnsafeMutablePointer<lxw_format>

  let workbook: UnsafeMutablePointer<lxw_workbook>
  private var made: [Style: Format] = [:]

  init(workbook: UnsafeMutablePointer<lxw_workbook>) {
    self.workbook = workbook
  }

  /// The format of a style; none for cells without one.
  mutating func format(_ style: Style?) throws(WriteError) -> Format? {
    guard let style else { return nil }
    if let format = made[style] { return format }
    guard let format = workbook_add_format(workbook) else { throw .outOfMemory }
    Self.set(style, on: format)
    made[style] = format
    return format
  }

  private static func set(_ style: Style, on format: Format) {
    format_set_font_name(format, style.font)
    format_set_font_size(format, style.size)
    if style.isBold { format_set_bold(format) }
    if style.isItalic { format_set_italic(format) }
    if let colour = style.colour { format_set_font_color(format, colour.code) }
    if let fill = style.fill { format_set_bg_color(format, fill.code) }
    if !style.format.isEmpty { format_set_num_format(format, style.format) }
    if style.wraps { format_set_text_wrap(format) }
    if style.indent > 0 { format_set_indent(format, UInt8(style.indent)) }
    format_set_align(format, UInt8(style.alignment.code.rawValue))
    format_set_align(format, UInt8(style.verticalAlignment.code.rawValue))
    format_set_top(format, UInt8(style.top.code.rawValue))
    format_set_bottom(format, UInt8(style.bottom.code.rawValue))
    if let colour = style.lineColour {
      format_set_top_color(format, colour.code)
      format_set_bottom_color(format, colour.code)
    }
  }
}

extension Style.Alignment {
  fileprivate var code: lxw_format_alignments {
    switch self {
    case .automatic: LXW_ALIGN_NONE
    case .left: LXW_ALIGN_LEFT
    case .centre: LXW_ALIGN_CENTER
    case .right: LXW_ALIGN_RIGHT
    }
  }
}

extension Style.VerticalAlignment {
  fileprivate var code: lxw_format_alignments {
    switch self {
    case .bottom: LXW_ALIGN_VERTICAL_BOTTOM
    case .centre: LXW_ALIGN_VERTICAL_CENTER
    case .top: LXW_ALIGN_VERTICAL_TOP
    }
  }
}

extension Style.Line {
  fileprivate var code: lxw_format_borders {
    switch self {
    case .none: LXW_BORDER_NONE
    case .hair: LXW_BORDER_HAIR
    case .thin: LXW_BORDER_THIN
    case .medium: LXW_BORDER_MEDIUM
    }
  }
}
