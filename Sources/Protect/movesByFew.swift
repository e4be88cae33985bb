import Domain

/// Whether a figure that was shown is another now, and by so few persons that the difference tells of them. Of a rate, its numerator,
/// its denominator and what is between them; a share of sums has none of these that count.
package func movesByFew(
  _ figure: Figure, since before: Figure, _ indicator: Indicator?, _ rules: Programme.Confidentiality
) -> Bool {
  guard let indicator, indicator.countsPersons else { return false }
  func counts(_ figure: Figure) -> [Rational?] {
    guard let numerator = figure.numerator, let denominator = figure.denominator else {
      return [indicator.unit == .percent || indicator.unit == .points ? nil : figure.value]
    }
    return [numerator, denominator, denominator - numerator]
  }
  let threshold = Rational(rules.threshold(indicator))
  return zip(counts(figure), counts(before)).contains { now, then in
    guard let now, let then, now != then else { return false }
    return (now - then).magnitude < threshold
  }
}
