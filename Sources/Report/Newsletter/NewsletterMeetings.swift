import Domain

/// `Quatre conseils d'administration : en janvier, février, avril et mai 2022.`, one sentence an instance.
func meetingSentences(_ month: ReportedMonth) -> [String] {
  guard let indicator = month.definitions.highlights.meetings, indicator.horizons.contains(.programme) else {
    return []
  }
  return month.definitions.programme.instances.map { meetingSentence($0, indicator, month) }
}

private func meetingSentence(_ instance: Instance, _ indicator: Indicator, _ month: ReportedMonth) -> String {
  let cell = Cell([Cell.Member(.instance, instance.id)])
  let key = Figures.Key(indicator.id, .programme, cell)
  let figure = month.figures[key]
  let label = sentence(instance.label.fr)
  guard let value = figure?.value, value.isWhole, let count = Int(exactly: value.numerator) else {
    return markdown(label) + " : " + unsaid(figure)
  }
  let dates = monthsHeld(indicator, cell, month)
  let known = dates.reduce(0) { $0 + $1.count } == count && count > 0
  let tail =
    known
    ? " : " + monthList(dates) : " " + month.definitions.countedPeriod(of: key, in: month.month).adverbial
  guard let name = CountNoun(singular: instance.label.fr) else {
    let meetings = "\(numberWords(count, .feminine)) \(count < 2 ? "réunion" : "réunions")"
    let separator = known ? ", " + monthList(dates) : tail
    return "\(markdown(label)) : \(meetings)\(separator)\(firmness(figure))."
  }
  let counted = sentence(numberWords(count, name.gender))
  return "\(counted) \(markdown(count < 2 ? name.singular : name.plural))\(tail)\(firmness(figure))."
}

/// The months of the history in which it met. Their sum tells whether they are all of them.
private func monthsHeld(_ indicator: Indicator, _ cell: Cell, _ month: ReportedMonth) -> [(month: Month, count: Int)] {
  let start = month.definitions.programme.start
  return month.history.filter { $0.month >= start && $0.month <= month.month }.compactMap { past in
    guard let value = past[indicator.id, .mois, cell]?.value, let count = Int(exactly: value.numerator),
      value.isWhole, count > 0
    else { return nil }
    return (past.month, count)
  }
}
