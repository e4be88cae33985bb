import Compute
import Domain
import Report

/// A cell of a delivered workbook with everything behind what it shows: a figure, a declared value, or two of them and what
/// is between them.
package struct CellExplanation: Sendable {
  package enum Part: Sendable {
    /// The edition that computed it; of its month, or of an earlier one.
    case figure(Explanation, of: CheckedMonth, edition: String)
    /// With the definition it stands in.
    case declared(DeclaredValue, file: String)
    /// There is no such figure: why, in French.
    case absent(String)
  }
  package enum Operation: String, Hashable, Sendable, CaseIterable {
    /// The part itself.
    case value
    case numerator, denominator
    /// The first part minus the second.
    case difference
    /// The same, in per cent of the second.
    case share
    /// Of an objective's months, in per cent.
    case elapsed
  }

  package let edition: String
  /// The edition that superseded it.
  package let successor: String?
  package let month: Month
  package let sheet: String
  /// `C7`
  package let cell: String
  package let shown: ShownCell.Content
  package let parts: [Part]
  package let operation: Operation

  /// What the parts give, worked out here; nil where one of them has no value.
  package var result: Rational? {
    guard let first = parts.first else { return nil }
    switch operation {
    case .value: return first.value
    case .numerator: return first.figure?.numerator
    case .denominator: return first.figure?.denominator
    case .difference: return difference
    case .share:
      guard let difference, let base = parts.last?.value, !base.isZero else { return nil }
      return difference / base.magnitude * Rational(100)
    case .elapsed:
      guard case .declared(let declared, _) = first, let period = declared.period else { return nil }
      let passed = min(max(period.lowerBound.distance(to: month) + 1, 0), period.count)
      return Rational(Int128(100 * passed), over: Int128(period.count))
    }
  }

  private var difference: Rational? {
    guard parts.count == 2, let first = parts[0].value, let second = parts[1].value else { return nil }
    return first - second
  }

  /// Whether the sheet shows what the parts give; what is hidden or missing there shows no number to compare.
  package var holds: Bool {
    guard case .number(let number) = shown else { return true }
    guard let result else { return false }
    return isShown(result, as: number)
  }

  /// Whether the rows give each of the figures, and those what the sheet shows.
  package var isProven: Bool {
    holds
      && parts.allSatisfy { part in
        if case .figure(let explanation, _, _) = part { explanation.adds } else { true }
      }
  }
}

/// A sheet holds six decimals.
func isShown(_ value: Rational, as number: Double) -> Bool {
  let millionths = Double(value.scaled(decimals: 6))
  return (number * 1e6 - millionths).magnitude <= max(0.5, millionths.magnitude * 1e-14)
}

extension CellExplanation.Part {
  package var figure: Figure? { if case .figure(let explanation, _, _) = self { explanation.figure } else { nil } }
  package var value: Rational? {
    switch self {
    case .figure(let explanation, _, _): return explanation.figure.value
    case .declared(let declared, _): return declared.value
    case .absent: return nil
    }
  }
}
