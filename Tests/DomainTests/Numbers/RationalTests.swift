import Domain
import Testing

struct RationalTests {
  @Test func isReducedWithAPositiveDenominator() {
    let fraction = Rational(6, over: -4)
    #expect(fraction.numerator == -3)
    #expect(fraction.denominator == 2)
    #expect(Rational(0, over: -7) == .zero)
    #expect(Rational(0, over: -7).denominator == 1)
  }

  @Test func arithmetic() {
    let third = Rational(1, over: 3)
    #expect(third + third + third == Rational(1))
    #expect(Rational(1, over: 6) + Rational(1, over: 10) == Rational(4, over: 15))
    #expect(Rational(1) - Rational(1, over: 3) == Rational(2, over: 3))
    #expect(Rational(2, over: 3) * Rational(9, over: 4) == Rational(3, over: 2))
    #expect(Rational(2, over: 3) / Rational(-4, over: 9) == Rational(-3, over: 2))
    #expect(Rational(-1, over: 3) < Rational(-1, over: 4))
    #expect(Rational(1, over: 3) > Rational(33, over: 100))
  }

  /// Numbers beyond 64 bits: 10^30 ÷ 3 × 3 is 10^30 again.
  @Test func beyond64Bits() {
    let large = Rational(1_000_000_000_000_000_000_000_000_000_000 as Int128)
    #expect(large / Rational(3) * Rational(3) == large)
    #expect((large + Rational(1, over: 7) - large) == Rational(1, over: 7))
  }

  /// Halves away from zero, once: 0,0000005 is 0,000001; −0,0000005 is −0,000001; 0,00000049 is nothing, and has no sign.
  @Test(arguments: [
    (1, 3, "0.333333"), (2, 3, "0.666667"), (-2, 3, "-0.666667"), (1, 2_000_000, "0.000001"),
    (-1, 2_000_000, "-0.000001"),
    (49, 100_000_000, "0"), (-49, 100_000_000, "0"), (5, 2, "2.5"), (10, 1, "10"), (-100, 1, "-100"), (0, 1, "0"),
    (1_234_567, 1000, "1234.567"), (1, 1_000_000, "0.000001"), (999_999_999, 1_000_000_000, "1"), (1, 8, "0.125"),
    (100, 3, "33.333333"), (12_345_6785, 100_000_000, "1.234568"),
  ])
  func text(numerator: Int, denominator: Int, expected: String) {
    #expect(Rational(Int128(numerator), over: Int128(denominator)).text() == expected)
  }

  @Test(arguments: [
    (5, 2, 0, "3"), (-5, 2, 0, "-3"), (3, 2, 0, "2"), (1, 2, 0, "1"), (-1, 2, 0, "-1"), (-1, 3, 0, "0"),
    (1, 3, 2, "0.33"),
    (1, 1, 2, "1.00"), (-1, 1000, 2, "0.00"), (123, 1, 1, "123.0"), (1, 100, 2, "0.01"),
  ])
  func fixed(numerator: Int, denominator: Int, decimals: Int, expected: String) {
    #expect(Rational(Int128(numerator), over: Int128(denominator)).fixed(decimals: decimals) == expected)
  }

  @Test func aFrenchReadersComma() {
    #expect(Rational(5, over: 2).text(decimals: 2, separator: ",") == "2,5")
    #expect(Rational(5, over: 2).fixed(decimals: 2, separator: ",") == "2,50")
    #expect(Rational(2).text(decimals: 2, separator: ",") == "2")
  }

  @Test func quantities() {
    #expect(Quantity(tenThousandths: 5_000).rational == Rational(1, over: 2))
    #expect(Quantity(3).tenThousandths == 30_000)
    #expect(Quantity(tenThousandths: -1) < Quantity(tenThousandths: 0))
    #expect(Rational(1, over: 3).double == 1.0 / 3.0)
  }

  /// FTE of six schemes whose annual hours have four decimals and share no divisor: their common denominator has 144 bits. Expected
  /// from Python's fractions: sum(Fraction(12 * 10000, h) for h in …) × 10⁶, rounded half away from zero.
  @Test func sumsThatLeave128Bits() {
    let annual: [Int128] = [16_071_233, 18_200_003, 15_050_009, 16_450_001, 17_330_021, 14_990_003]
    let sum = annual.reduce(Rational.zero) { $0 + Rational(1_000_000_007) * Rational(120_000, over: $1) }
    #expect(sum.scaled(decimals: 6) == 44_258_148_325_684)
    let back = annual.reduce(sum) { $0 - Rational(1_000_000_007) * Rational(120_000, over: $1) }
    #expect(back.text() == "0")
  }

  /// 1 + 1/2 + … + 1/113: its denominator has 50 digits. From Python's fractions, to six decimals.
  @Test func manyDenominators() {
    #expect((1...113).reduce(Rational.zero) { $0 + Rational(1, over: Int128($1)) }.text() == "5.309022")
  }

  @Test func roundsWhatNeedsAllBits() {
    let third = Rational(Int128.max / 3, over: Int128.max)
    #expect(third.text() == "0.333333" && third.scaled(decimals: 12) == 333_333_333_333)
    #expect(Rational(Int128.max, over: Int128.max - 1).scaled(decimals: 3) == 1000)
    #expect(Rational(-1, over: Int128.max).text() == "0")
    #expect(
      Rational(5, over: 2).rounded(decimals: 0) == Rational(3)
        && Rational(-5, over: 2).rounded(decimals: 0) == Rational(-3))
    #expect(
      Rational(-3, over: 4).magnitude == Rational(3, over: 4) && Rational(3, over: 4).magnitude == Rational(3, over: 4))
  }
}
