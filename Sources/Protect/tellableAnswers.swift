import Domain

/// Whether it may be told of how many a figure asks a column, and how many answer (`renseigné pour 73 personnes sur 79`): where neither
/// they nor the others are few, and, of persons, where nothing of the same place is hidden that the two would give.
/// `confidentiality` is the figure's own.
func tellsAnswers(
  of figure: Figure, _ confidentiality: Confidentiality, of indicator: Indicator?, beside hidden: HiddenPersons,
  _ smallCounts: SmallCounts
) -> Bool {
  guard confidentiality == .F, let answers = figure.answers else { return false }
  if smallCounts.stand(in: answers, of: indicator) { return false }
  return !answers.unit.isOfPersons || !hidden.stand(beside: figure)
}

extension Answers.Unit {
  /// A row of staff, or a path, is nearly always a person of its own.
  fileprivate var isOfPersons: Bool {
    switch self {
    case .employees, .persons, .paths, .rows: true
    case .jobs, .meetings: false
    }
  }
}
