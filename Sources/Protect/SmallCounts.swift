import Domain

/// The rule of small counts (6-confidentiality.md, primary), in the one place where it is written: 1 to k−1 persons are
/// few enough to be known by name. 0 is none.
struct SmallCounts {
  private let rules: Programme.Confidentiality

  init(_ rules: Programme.Confidentiality) { self.rules = rules }

  /// Whether the figure is one, or is made of one: of a rate, its numerator, its denominator and their difference. A sum of FTE
  /// or hours is one where so few persons stand behind it.
  func stand(in figure: Figure, of indicator: Indicator?) -> Bool {
    guard figure.value != nil else { return false }
    return figure.personCounts.contains { isSmall($0, isSensitive: indicator?.isSensitive ?? false) }
      || figure.contributors.map { (1..<max(1, rules.sumsThreshold)).contains($0) } ?? false
  }

  /// Whether a figure without a value has a numerator or a denominator that is one: both are printed though nothing can be divided.
  func stand(inPartsOf figure: Figure, of indicator: Indicator?) -> Bool {
    guard indicator?.countsPersons == true else { return false }
    return [figure.numerator, figure.denominator].contains {
      $0.map { isSmall($0, isSensitive: indicator?.isSensitive ?? false) } ?? false
    }
  }

  /// Whether a movement of a count of persons is so small that it tells who came, or left. Shares have no such movement.
  func isTold(by movement: Rational, of indicator: Indicator) -> Bool {
    indicator.countsPersons && indicator.unit != .percent && indicator.unit != .points
      && isSmall(movement, isSensitive: indicator.isSensitive)
  }

  /// Whether who answers, or who does not, is too few to be told.
  func stand(in answers: Answers, of indicator: Indicator?) -> Bool {
    guard answers.unit != .meetings else { return false }
    return [answers.answered, answers.asked - answers.answered].contains {
      isSmall(Rational($0), isSensitive: indicator?.isSensitive ?? false)
    }
  }

  private func isSmall(_ count: Rational, isSensitive: Bool) -> Bool {
    let threshold = isSensitive ? rules.sensitiveThreshold : rules.personsThreshold
    return count.magnitude >= Rational(1) && count.magnitude < Rational(threshold)
  }
}
