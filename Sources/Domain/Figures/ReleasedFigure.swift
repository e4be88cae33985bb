/// A figure as it may leave the house. Hidden: no value, numerator, denominator or counts of persons.
package struct ReleasedFigure: Hashable, Sendable {
  package let figure: Figure
  package let confidentiality: Confidentiality

  /// `showsAnswers`: how many answer may be told as well. `showsParts`: so may the numerator and the denominator.
  package init(
    _ figure: Figure, confidentiality: Confidentiality = .F, showsAnswers: Bool = true, showsParts: Bool = true
  ) {
    var shown = figure
    if !showsParts { (shown.numerator, shown.denominator) = (nil, nil) }
    if !showsAnswers { shown.answers = nil }
    // Of how many persons a sum is, no report says.
    shown.contributors = nil
    if confidentiality != .F {
      shown.value = nil
      shown.numerator = nil
      shown.denominator = nil
      shown.personCounts = []
      shown.answers = nil
    }
    self.figure = shown
    self.confidentiality = confidentiality
  }

  package var key: Figures.Key { figure.key }
  package var isHidden: Bool { confidentiality != .F }
  package var value: Rational? { figure.value }
  package var released: ReleasedValue { isHidden ? .hidden : value.map { .shown($0) } ?? .missing }
}

extension ReleasedFigure? {
  /// Of a figure that the month does not have, nothing is known.
  package var released: ReleasedValue { self?.released ?? .missing }
}
