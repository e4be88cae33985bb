/// The greys that every sheet and chart is drawn in. Colours that stand for something (an axis, a target) are the
/// caller's: a report's pages and workbooks share one palette.
package enum Look {
  package static let ink = Colour(0x1F2933)
  package static let muted = Colour(0x595959)
  package static let rule = Colour(0xBFC7CF)
  package static let gridline = Colour(0xE3E7EB)
  package static let wash = Colour(0xEEF3F7)
  package static let white = Colour(0xFFFFFF)

  /// White or ink for words on a ground, whichever has the greater contrast (WCAG 2.1, 1.4.3: small figures need
  /// 4.5:1).
  package static func textColour(on ground: Colour) -> Colour {
    ground.contrast(to: white) >= ground.contrast(to: ink) ? white : ink
  }
}
