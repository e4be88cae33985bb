/// What was agreed with a funder for one figure, and for how long.
package struct Objective: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// To be reached.
    case objectif
    /// Paid for: to be reached, and no more is paid.
    case conventionne
    /// Not to be passed.
    case plafond

    package var french: String { self == .conventionne ? "conventionné" : rawValue }
  }

  package var key: Figures.Key
  package var period: ClosedRange<Month>
  /// In the indicator's unit.
  package var value: Rational
  package var kind: Kind
  package var source: String

  package init(key: Figures.Key, period: ClosedRange<Month>, value: Rational, kind: Kind, source: String) {
    self.key = key
    self.period = period
    self.value = value
    self.kind = kind
    self.source = source
  }

  /// The part of the period that has passed by the end of `month`: 0 to 1. Nothing is expected of it: work is not linear.
  package func elapsed(in month: Month) -> Rational {
    let months = period.lowerBound.distance(to: period.upperBound) + 1
    let passed = min(max(period.lowerBound.distance(to: month) + 1, 0), months)
    return Rational(Int128(passed), over: Int128(months))
  }
}
