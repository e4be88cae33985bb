import Domain
import PlainText
import Testing

@testable import Report

@Suite struct TypographyTests {
  @Test func setsFrenchProse() {
    #expect(typeset("l'axe « A » : oui ; non ?") == "l’axe «\u{A0}A\u{A0}»\u{A0}: oui\u{202F}; non\u{202F}?")
    #expect(typeset("'0,5'") == "'0,5'")
    #expect(sentence("éteint") == "Éteint")
    #expect(ended("fait") == "fait." && ended("fait !") == "fait !" && ended("") == "")
  }

  @Test func showsWhatCannotBeSeen() {
    #expect(visible("a\u{0}b\u{7F}\u{85}c\td") == "a␀b␡⟨U+0085⟩c d")
    #expect(visible("a\r\nb") == "a  b")
    #expect(visible("👩‍🌾 é") == "👩‍🌾 é")
    #expect(Markup.escape("<a href='x'>&\"") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;")
  }

  @Test func writesDays() {
    #expect(frenchDay(Day(year: 2022, month: 6, day: 1)) == "1er\u{A0}juin 2022")
    var rules = Programme.Rules()
    rules.dueDay = 31
    #expect(dueDay(of: Month(year: 2022, number: 5), under: rules).description == "2022-06-30")
    rules.dueDay = 15
    #expect(dueDay(of: Month(year: 2021, number: 12), under: rules).description == "2022-01-15")
    #expect(ofMonth(Month(year: 2022, number: 10)) == "d’octobre\u{A0}2022")
  }

  @Test func givesEachAxisAColourThatShowsOnBothPages() {
    for colour in Palette.axes + [Palette.neutral, Palette.target] {
      #expect(contrast(colour, 0xFFFFFF) >= 3)
      #expect(contrast(colour, 0x12161B) >= 3)
    }
    #expect(Palette.css(0x00AB01) == "#00AB01")
    #expect(Palette.axis(at: 4) == Palette.axis(at: 0))
  }

  /// WCAG 2.2's contrast ratio; the power 2.4 is near enough 2.2 for a bound.
  private func contrast(_ a: UInt32, _ b: UInt32) -> Double {
    func luminance(_ colour: UInt32) -> Double {
      func channel(_ shift: UInt32) -> Double {
        let value = Double((colour >> shift) & 0xFF) / 255
        return value * value * (0.8 + 0.2 * value)
      }
      return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }
}
