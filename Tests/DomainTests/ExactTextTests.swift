import Domain
import Testing

/// Texts that are read back as what they were written from.
@Suite struct ExactTextTests {
  @Test(arguments: ["0", "5", "-5", "1/3", "-7/2", "170141183460469231731687303715884105727/2"])
  func fractions(text: String) throws {
    #expect(try #require(Rational(exact: text)).exact == text)
  }

  @Test func reducesFractions() { #expect(Rational(exact: "4/8") == Rational(1, over: 2)) }

  @Test(arguments: ["", "x", "1/0", "1/-2", "1/2/3", "0,5", " 1", "1/"]) func refusesTheRest(text: String) {
    #expect(Rational(exact: text) == nil)
  }

  @Test func cells() throws {
    let pair = Cell([Cell.Member(.association, "afeji"), Cell.Member(.axe, "mobilite")])
    #expect(pair.text == "axe=mobilite association=afeji")
    #expect(Cell(text: pair.text) == pair)
    #expect(Cell.total.text.isEmpty && Cell(text: "") == Cell.total)
    #expect(Cell(text: "pays=fr") == nil)
    #expect(Cell(text: "axe") == nil)
  }
}
