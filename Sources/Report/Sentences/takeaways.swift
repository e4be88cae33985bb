import Domain

/// How many sentences a reader takes away.
private let takeawayLimit = 6

/// À retenir: three to six sentences from the released figures alone. The first key figure with its change on the month and on the
/// year; objectives and targets; the ESS share against its base; what moved most; what is missing and from whom. Never a cause.
func takeaways(_ report: FunderReport) -> [String] {
  var told: Set<Figures.Key> = []
  var sentences: [String] = []
  func say(_ figure: FunderFigure?, _ words: (FigureSentence) -> String) {
    guard let figure, sentences.count < takeawayLimit - 1, told.insert(figure.key).inserted else { return }
    sentences.append(ended(sentence(words(FigureSentence(figure, in: report.month)))))
  }
  // How many files came is the last sentence.
  let known = report.headlines.filter { $0.value != nil && !$0.countsFiles }
  say(known.first ?? report.headlines.first) { $0.level + $0.change + $0.changeOnYear + $0.firmness }
  for figure in report.objectives.prefix(2) { say(figure) { objectiveWords($0, in: report.month.month) } }
  for figure in aimed(known).prefix(1) { say(figure) { $0.level + ($0.gap.map { ", \($0)" } ?? "") + $0.firmness } }
  say(known.first { $0.baseline != nil && !told.contains($0.key) }) {
    $0.level + ($0.gap.map { ", \($0)" } ?? "") + $0.firmness
  }
  say(mostMoved(known.filter { !told.contains($0.key) && !$0.counts(as: report.objectives) }, in: report.month)) {
    $0.level + $0.change + $0.firmness
  }
  for figure in known where sentences.count < 2 { say(figure) { $0.level + $0.change + $0.firmness } }
  return sentences + [missingSentence(report)]
}

/// `onze emplois créés depuis juillet 2021, pour un objectif de 20 d'ici décembre 2022 (61 % de la période écoulée)`
private func objectiveWords(_ words: FigureSentence, in month: Month) -> String {
  guard let objective = words.figure.objective else { return words.level }
  let aim = briefNumber(objective.value, decimals: words.figure.indicator.decimals)
  let noun =
    objective.kind == .plafond ? "un plafond" : objective.kind == .objectif ? "un objectif" : "un volume conventionné"
  let elapsed = French.number(objective.elapsed(in: month) * Rational(100), decimals: 0)
  let end = objective.period.upperBound
  return "\(words.level)\(words.change), pour \(noun) de \(aim) d'ici \(end.french)"
    + " (\(elapsed) % de la période écoulée)\(words.firmness)"
}

/// Those with a target of the catalogue, the farthest below it first.
private func aimed(_ figures: [FunderFigure]) -> [FunderFigure] {
  func gap(_ figure: FunderFigure) -> Rational {
    guard let value = figure.value, let target = figure.target?.value, !target.isZero else { return .zero }
    return (value - target) / target
  }
  return figures.filter { $0.target != nil && $0.objective == nil }.enumerated()
    .sorted { (gap($0.element), $0.offset) < (gap($1.element), $1.offset) }.map(\.element)
}

/// By the share of what it was the month before; nil where nothing moved, or nothing may be said of it.
private func mostMoved(_ figures: [FunderFigure], in month: ReportedMonth) -> FunderFigure? {
  let moves = figures.compactMap { figure -> (FunderFigure, Rational)? in
    guard case .movement(.shown(let movement)) = month.release.trends[figure.key] ?? .unknown, !movement.isZero,
      let value = figure.value, value != movement
    else { return nil }
    return (figure, (movement / (value - movement)).magnitude)
  }
  return moves.enumerated().max { ($0.element.1, -$0.offset) < ($1.element.1, -$1.offset) }?.element.0
}

/// What is missing and from whom, of the month's files.
private func missingSentence(_ report: FunderReport) -> String {
  let owed = report.month.deliveries.of(report.month.month).filter { $0.isOwed && $0.waived == nil }
  guard !owed.isEmpty else { return "Aucun fichier n'était attendu des associations." }
  let lacking = owed.filter { $0.outcome != .accepted }
  let names = distinct(lacking.map { report.programme.label(of: $0.association) })
  guard !names.isEmpty else {
    let partly = distinct(owed.filter { $0.rowsRefused > 0 }.map { report.programme.label(of: $0.association) })
    let all =
      owed.count == 1 ? "Le fichier attendu a été accepté" : "Les \(owed.count) fichiers attendus ont été acceptés"
    return partly.isEmpty ? all + "." : "\(all), avec des lignes refusées pour \(namedBriefly(partly))."
  }
  let count =
    "\(sentence(amount(Rational(lacking.count), decimals: 0))) \(lacking.count < 2 ? "fichier manque" : "fichiers manquent")"
  return "\(count) sur \(owed.count) : \(namedBriefly(names))."
}
