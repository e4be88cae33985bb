import Workbook

/// How cells look: the same on every sheet. The cells carry the look, as LibreOffice draws no table style.
enum SheetStyle {
  static let title = Style().with {
    $0.size = 18
    $0.isBold = true
    $0.colour = ground
    $0.verticalAlignment = .centre
  }
  static let heading = title.with { $0.size = 13 }
  static let line = Style().with {
    $0.colour = Look.ink
    $0.verticalAlignment = .centre
  }
  static let header = Style().with {
    $0.isBold = true
    $0.colour = Look.white
    $0.fill = ground
    $0.verticalAlignment = .centre
    $0.wraps = true
  }
  static let numberHeader = header.with { $0.alignment = .right }
  /// After a column of numbers, which end where it begins.
  static let indentedHeader = header.with { $0.indent = 1 }
  static let body = Style().with {
    $0.colour = Look.ink
    $0.bottom = .thin
    $0.lineColour = Look.gridline
    $0.verticalAlignment = .centre
    $0.wraps = true
  }
  static let number = body.with {
    $0.alignment = .right
    $0.wraps = false
  }
  static let indented = body.with { $0.indent = 1 }

  static func total(_ style: Style) -> Style {
    style.with {
      $0.isBold = true
      $0.fill = Look.wash
      $0.top = .thin
      $0.lineColour = Look.rule
    }
  }

  /// White words have 5.6:1 on it.
  private static let ground = Colour(Palette.axis(at: 0))
}
