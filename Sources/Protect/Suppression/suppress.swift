import Domain

/// What must be hidden of a month's reports beyond the small counts themselves.
package struct Suppressed: Sendable {
  /// By month, cells that are hidden though they are not small; those that an edition before hid are among them.
  package var hidden: [Month: Set<Figures.Key>]
  /// By month, small counts whose mark does not say that they are: with it, others would be known.
  package var unmarked: [Month: Set<Figures.Key>] = [:]
  /// Of the cells chosen now: the hidden cells that each protects, in order.
  package var reasons: [Month: [Figures.Key: [CellOfMonth]]] = [:]
}

/// What is about to be published, and what was.
package struct Disclosure: Sendable {
  /// Everything that was published so far, oldest first.
  package var published: [Publication]
  /// What reports are about to tell, by month; the reported month last. `hidden` of each: cells that stay hidden whatever the choice,
  /// as an edition before hid them, or as their movement would tell of a few.
  package var upcoming: [Publication]
  /// By month, small counts that are marked D whatever the choice.
  package var unmarked: [Month: Set<Figures.Key>] = [:]

  package init(published: [Publication], upcoming: [Publication]) {
    self.published = published
    self.upcoming = upcoming
  }

  /// What readers are used to: by cell, whether the month before hid it.
  var habits: [Figures.Key: Bool] { upcoming.last.map { published.told(before: $0.month) } ?? [:] }
}

/// Chooses the cells that are hidden so that no hidden count can be computed back from all that was published and will be. A function of
/// its arguments: whole numbers, a fixed order, a solver with fixed methods.
/// `lessons`: what the attack found out under the choice before. `largeFrom`: from so many unknowns on a part is a large one, of which answers
/// are kept that a small one does without.
package func suppress(
  _ disclosure: Disclosure, under definitions: Definitions, lessons: [Disclosed] = [], largeFrom: Int = 1_000
) -> Suppressed {
  let catalogue = definitions.catalogue
  let rules = definitions.programme.confidentiality
  let smallCounts = SmallCounts(rules)
  let upcoming = disclosure.upcoming.map {
    $0.marked(by: smallCounts, catalogue, unmarked: disclosure.unmarked[$0.month] ?? [])
  }
  var suppressed = Suppressed(
    hidden: Dictionary(
      upcoming.map { ($0.month, Set($0.hidden.filter { $0.value == .D }.keys)) }, uniquingKeysWith: { $0.union($1) }),
    unmarked: disclosure.unmarked)
  guard upcoming.contains(where: { !$0.printed.isEmpty }) else { return suppressed }
  let system = CountSystem(disclosure.published + upcoming, catalogue, start: definitions.programme.start)
  let problem = SuppressionProblem(
    system, upcomingFrom: disclosure.published.count, definitions, habits: disclosure.habits)
  let choice = problem.solve(lessons, largeFrom: largeFrom)
  for (place, candidate) in problem.candidates.enumerated() where choice.hidden.contains(place) {
    let month = system.publications[candidate.publication].month
    guard candidate.step == .hide else {
      suppressed.unmarked[month, default: []].insert(candidate.key)
      continue
    }
    suppressed.hidden[month, default: []].insert(candidate.key)
    let protected = choice.protected[place] ?? []
    let itself = CellOfMonth(month: month, key: candidate.key)
    suppressed.reasons[month, default: [:]][candidate.key] = distinct(protected).filter { $0 != itself }
  }
  return suppressed
}

extension [Publication] {
  /// Of the printed cells of a month, whether they were hidden when they were told last: an edition tells a few cells of other months,
  /// too.
  package func told(of month: Month) -> [Figures.Key: Bool] {
    filter { $0.month == month }.reduce(into: [:]) { told, publication in
      for key in publication.printed { told[key] = publication.hidden[key] != nil }
    }
  }

  /// The same of the newest month before.
  package func told(before month: Month) -> [Figures.Key: Bool] {
    filter { $0.month < month && !$0.printed.isEmpty }.map(\.month).max().map(told(of:)) ?? [:]
  }
}

/// How the cells of a month are marked, once it is chosen what is hidden beyond the small counts. Those that are shown are not in it.
package func marks(
  of figures: Figures, hidden: Set<Figures.Key>, unmarked: Set<Figures.Key>, under rules: Programme.Confidentiality,
  _ catalogue: Catalogue
) -> [Figures.Key: Confidentiality] {
  let smallCounts = SmallCounts(rules)
  return figures.all.reduce(into: [:]) { marks, figure in
    guard figure.value != nil else {
      // It shows no *s*, but what it was in an edition that hid it is not told.
      if hidden.contains(figure.key) { marks[figure.key] = .D }
      return
    }
    if smallCounts.stand(in: figure, of: catalogue[figure.indicator]) {
      marks[figure.key] = unmarked.contains(figure.key) ? .D : .C
    } else if hidden.contains(figure.key) {
      marks[figure.key] = .D
    }
  }
}

extension Publication {
  /// With the small counts marked C; what else is hidden is D.
  func marked(by smallCounts: SmallCounts, _ catalogue: Catalogue, unmarked: Set<Figures.Key> = []) -> Publication {
    var marks = hidden.mapValues { _ in Confidentiality.D }
    for figure in figures.all where smallCounts.stand(in: figure, of: catalogue[figure.indicator]) {
      marks[figure.key] = unmarked.contains(figure.key) ? .D : .C
    }
    return hiding(marks)
  }
}
