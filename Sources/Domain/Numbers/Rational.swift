/// An exact fraction, reduced, with a positive denominator: what a figure is until it is printed.
///
/// A sum whose denominator would leave 128 bits (many annual hours with four decimals, many associations that each sent
/// another number of months) is taken of its parts rounded to the twelfth decimal: six more than any figure prints. So no
/// data can trap it, as long as what is added stays below 10²⁵; exports are bounded where they are read.
package struct Rational: Hashable, Comparable, Sendable {
  package let numerator: Int128
  package let denominator: Int128

  package init(_ numerator: Int128, over denominator: Int128 = 1) {
    precondition(denominator != 0, "a fraction over zero")
    let divisor = Rational.gcd(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int128(divisor)
    self.denominator = sign * denominator / Int128(divisor)
  }

  package init(_ whole: Int) { self.init(Int128(whole)) }

  package static let zero = Rational(0)
  package var isZero: Bool { numerator == 0 }
  package var isWhole: Bool { denominator == 1 }
  package var magnitude: Rational { numerator < 0 ? .zero - self : self }

  package static func + (a: Rational, b: Rational) -> Rational {
    exactSum(a, b) ?? exactSum(a.rounded(decimals: 12), b.rounded(decimals: 12))!
  }

  private static func exactSum(_ a: Rational, _ b: Rational) -> Rational? {
    let divisor = Int128(gcd(a.denominator.magnitude, b.denominator.magnitude))
    let (left, right) = (b.denominator / divisor, a.denominator / divisor)
    guard let x = product(a.numerator, left), let y = product(b.numerator, right),
      let denominator = product(a.denominator, left)
    else { return nil }
    let (sum, isOver) = x.addingReportingOverflow(y)
    return isOver ? nil : Rational(sum, over: denominator)
  }

  package static func - (a: Rational, b: Rational) -> Rational { a + Rational(-b.numerator, over: b.denominator) }

  package static func * (a: Rational, b: Rational) -> Rational {
    exactProduct(a, b) ?? exactProduct(a.rounded(decimals: 12), b.rounded(decimals: 12))!
  }

  private static func exactProduct(_ a: Rational, _ b: Rational) -> Rational? {
    // Crosswise reduction first keeps the products small.
    let x = Rational(a.numerator, over: b.denominator)
    let y = Rational(b.numerator, over: a.denominator)
    guard let numerator = product(x.numerator, y.numerator), let denominator = product(x.denominator, y.denominator)
    else { return nil }
    return Rational(numerator, over: denominator)
  }

  /// nil: beyond 128 bits.
  private static func product(_ a: Int128, _ b: Int128) -> Int128? {
    let (product, isOver) = a.multipliedReportingOverflow(by: b)
    return isOver ? nil : product
  }

  /// The divisor must not be zero.
  package static func / (a: Rational, b: Rational) -> Rational {
    a * Rational(b.denominator, over: b.numerator)
  }
  package static func < (a: Rational, b: Rational) -> Bool { (a - b).numerator < 0 }

  /// The nearest multiple of 10^-decimals, halves away from zero, in units of 10^-decimals.
  package func scaled(decimals: Int) -> Int128 {
    var (quotient, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    var divisor = denominator.magnitude
    // Digit by digit, as on paper: ten times the remainder must stay within 128 bits.
    let excess = max(0, 4 - divisor.leadingZeroBitCount)
    divisor >>= UInt128(excess)
    remainder >>= UInt128(excess)
    for _ in 0..<decimals {
      let (digit, rest) = (remainder * 10).quotientAndRemainder(dividingBy: divisor)
      quotient = quotient * 10 + digit
      remainder = rest
    }
    let rounded = Int128(remainder * 2 >= divisor ? quotient + 1 : quotient)
    return numerator < 0 ? -rounded : rounded
  }

  /// The nearest multiple of 10^-decimals, as a fraction.
  package func rounded(decimals: Int) -> Rational {
    var power: Int128 = 1
    for _ in 0..<decimals { power *= 10 }
    return Rational(scaled(decimals: decimals), over: power)
  }

  /// Plain decimal text with at most `decimals` decimals, rounded once, half away from zero; no trailing zeros, no
  /// `-0`.
  package func text(decimals: Int = 6, separator: Character = ".") -> String {
    // Most figures are numbers of persons.
    if isWhole, let whole = Int(exactly: numerator) { return String(whole) }
    var digits = fixed(decimals: decimals, separator: separator)
    if decimals > 0 {
      while digits.last == "0" { digits.removeLast() }
      if digits.last == separator { digits.removeLast() }
    }
    return digits
  }

  /// The same with exactly `decimals` decimals.
  package func fixed(decimals: Int, separator: Character = ".") -> String {
    let value = scaled(decimals: decimals)
    var digits = String(value.magnitude)
    if digits.count <= decimals { digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits }
    if decimals > 0 { digits.insert(separator, at: digits.index(digits.endIndex, offsetBy: -decimals)) }
    return value < 0 ? "-" + digits : digits
  }

  /// The fraction itself, `5/2` or `3`: nothing is rounded.
  package var exact: String { isWhole ? "\(numerator)" : "\(numerator)/\(denominator)" }

  /// Reads what ``exact`` writes; nil for anything else.
  package init?(exact text: String) {
    // A whole number, as nearly all are: a verification of ten years reads a hundred thousand.
    if let whole = Int64(text) {
      self.init(Int128(whole), over: 1)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let numerator = Int128(parts[0]),
      let denominator = parts.count == 2 ? Int128(parts[1]) : 1, denominator > 0
    else { return nil }
    self.init(numerator, over: denominator)
  }

  /// The nearest double, for charts and spreadsheet cells.
  package var double: Double { Double(numerator) / Double(denominator) }

  private static func gcd(_ a: UInt128, _ b: UInt128) -> UInt128 {
    if let x = UInt64(exactly: a), let y = UInt64(exactly: b) { return UInt128(gcd64(x, y)) }
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
  private static func gcd64(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}
