import Domain
import Protect

/// What is hidden of reports, and what an outsider would find out all the same.
struct Choice {
  let suppressed: Suppressed
  let marks: MarksByMonth
  /// What is about to be told, as it will be marked.
  let upcoming: [Publication]
  private(set) var disclosed: [Disclosed]
  /// What editions before tell so closely by themselves, whatever is hidden now: a number corrected by a few, which stands between what
  /// its neighbours showed.
  private(set) var unavoidable: [Disclosed] = []

  /// How often the choice learns from the attack, at most: each lesson may be followed by the next.
  private static let lessonsAtMost = 40

  /// Chooses until the attack finds nothing: first it learns, cell by cell, from what was found; where that does not end, it gives way.
  static func holding(
    _ disclosure: Disclosure, _ history: [Figures], _ figures: Figures, _ before: CellsByMonth,
    _ definitions: Definitions
  ) -> Choice {
    var disclosure = disclosure
    var choice = Choice(disclosure, [], history, figures, before, definitions)
    guard !choice.disclosed.isEmpty else { return choice }
    // What earlier editions tell as far by themselves, whatever is told now, is no reason to hide more.
    let known = disclosure.unavoidable(under: definitions)
    choice.setAside(known)
    var lessons: [Disclosed] = []
    for _ in 0..<lessonsAtMost where !choice.disclosed.isEmpty {
      let new = choice.disclosed.filter { !$0.clues.isEmpty && !lessons.contains($0) }
      guard !new.isEmpty else { break }
      lessons += new
      choice = Choice(disclosure, lessons, history, figures, before, definitions)
      choice.setAside(known)
    }
    for step in GivingWay.allCases where !choice.disclosed.isEmpty {
      disclosure.giveWay(step, to: choice.disclosed, known: known, under: definitions)
      choice = Choice(disclosure, [], history, figures, before, definitions)
      choice.setAside(known)
    }
    return choice
  }

  private mutating func setAside(_ known: [Disclosed]) {
    unavoidable = disclosed.filter { $0.isNoCloser(than: known) }
    disclosed.removeAll { $0.isNoCloser(than: known) }
  }

  private init(
    _ disclosure: Disclosure, _ lessons: [Disclosed], _ history: [Figures], _ figures: Figures, _ before: CellsByMonth,
    _ definitions: Definitions
  ) {
    let suppressed = suppress(disclosure, under: definitions, lessons: lessons)
    let hidden = before.merging(suppressed.hidden) { $0.union($1) }
    let months = history.filter { $0.month != figures.month } + [figures]
    let marks: MarksByMonth = months.reduce(into: [:]) { marks, month in
      marks[month.month] = Protect.marks(
        of: month, hidden: hidden[month.month] ?? [], unmarked: suppressed.unmarked[month.month] ?? [],
        under: definitions.programme.confidentiality, definitions.catalogue)
    }
    let upcoming = disclosure.upcoming.map { $0.hiding(marks[$0.month] ?? [:]) }
    self.suppressed = suppressed
    self.marks = marks
    self.upcoming = upcoming
    disclosed = attack(disclosure.published, upcoming: upcoming, under: definitions, isTraced: true)
  }
}
