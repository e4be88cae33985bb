/// A number as it may be told. Who writes a report chooses words and looks for the three, and decides nothing.
package enum ReleasedValue: Hashable, Sendable {
  case shown(Rational)
  /// There is one, and it may not be told: printed *s* (secret).
  case hidden
  /// There is none: printed *nd*.
  case missing

  package var number: Rational? { if case .shown(let number) = self { number } else { nil } }

  /// What is shown minus what is shown. One that is hidden hides the difference; one that is missing leaves none.
  package static func - (a: ReleasedValue, b: ReleasedValue) -> ReleasedValue {
    switch (a, b) {
    case (.shown(let x), .shown(let y)): return .shown(x - y)
    case (.hidden, _), (_, .hidden): return .hidden
    default: return .missing
    }
  }
}
