import Testing

@testable import Workbook

@Suite struct LookTests {
  /// WCAG 2.1, 1.4.3, for words.
  @Test func contrasts() {
    #expect(abs(Colour(0).contrast(to: Look.white) - 21) < 0.001)
    for colour in [Look.muted, Look.ink, Palette.blue] { #expect(colour.contrast(to: Look.white) >= 4.5) }
    for ground in [Palette.blue, Palette.turquoise, Look.wash, Look.white] {
      #expect(Look.textColour(on: ground).contrast(to: ground) >= 4.5, "\(ground)")
    }
  }
}
