import Domain
import Ledger
import Protect

/// What reports are about to tell that nobody was told yet: of earlier months what differs from the edition there is, and the month.
/// `hidden` holds what stays hidden whatever is chosen.
func upcoming(
  _ figures: Figures, _ history: [Figures], _ definitions: Definitions, published: [Publication],
  hiddenBefore: CellsByMonth
) -> [Publication] {
  var newest: [Month: [Figures.Key: (figure: Figure, mark: Confidentiality?)]] = [:]
  let shown = Set(history.map(\.month) + [figures.month])
  for publication in published where shown.contains(publication.month) {
    for key in publication.printed {
      guard let figure = publication.figures[key] else { continue }
      newest[publication.month, default: [:]][key] = (figure, publication.hidden[key])
    }
  }
  var told: [Publication] = []
  for past in history where past.month != figures.month {
    let printed = definitions.printed(of: past, inReportsOf: figures.month).filter { key in
      guard definitions.catalogue[key.indicator]?.countsPersons == true else { return false }
      guard let before = newest[past.month]?[key] else { return true }
      return past[key].map { !$0.tellsTheSame(as: before.figure) } ?? false
    }
    let publication = upcoming(past, printed, definitions, newest[past.month] ?? [:], hiddenBefore[past.month] ?? [])
    if !printed.isEmpty { told.append(publication) }
  }
  let printed = definitions.printed(of: figures)
  return told + [
    upcoming(figures, printed, definitions, newest[figures.month] ?? [:], hiddenBefore[figures.month] ?? [])
  ]
}

private func upcoming(
  _ figures: Figures, _ printed: Set<Figures.Key>, _ definitions: Definitions,
  _ newest: [Figures.Key: (figure: Figure, mark: Confidentiality?)], _ hiddenBefore: Set<Figures.Key>
) -> Publication {
  let catalogue = definitions.catalogue
  let persons = Figures(
    month: figures.month, figures.all.filter { catalogue[$0.indicator]?.countsPersons == true })
  var hidden: [Figures.Key: Confidentiality] = [:]
  for figure in persons.all where figure.value != nil {
    let isMoved =
      newest[figure.key].map { before in
        before.mark == nil
          && movesByFew(
            figure, since: before.figure, catalogue[figure.indicator], definitions.programme.confidentiality)
      } ?? false
    if hiddenBefore.contains(figure.key) || isMoved { hidden[figure.key] = .D }
  }
  let marks = Protect.marks(
    of: figures, hidden: hiddenBefore, unmarked: [], under: definitions.programme.confidentiality, catalogue)
  let fullTime = catalogue.fullTime(
    figures.all.filter { printed.contains($0.key) && marks[$0.key] == nil }, of: figures.month,
    start: definitions.programme.start)
  return Publication(
    month: figures.month, figures: persons, printed: printed.filter { persons[$0] != nil }, hidden: hidden,
    fullTime: fullTime)
}

extension Figure {
  fileprivate func tellsTheSame(as other: Figure) -> Bool {
    value == other.value && numerator == other.numerator && denominator == other.denominator
  }
}
