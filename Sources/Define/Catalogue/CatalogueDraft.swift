import Domain

/// indicators.yaml as far as it could be read. A broken entry is there all the same: what refers to it is no error of its own.
struct CatalogueDraft {
  struct Entry {
    let place: YAMLValue?
    /// Its unreadable parts are blanks, and named here.
    var indicator: Indicator
    var hasTerm = true
    var hasUnit = true
    var hasBreakdowns = true
    var hasHorizons = true
    var hasBaselines = true
  }
  private(set) var entries: [Entry]
  let roster: Roster
  private let places: [String: Int]

  init(_ entries: [Entry], roster: Roster) {
    self.entries = entries
    self.roster = roster
    places = Dictionary(
      entries.enumerated().map { ($1.indicator.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  static var unread: CatalogueDraft { CatalogueDraft([], roster: .unread) }

  init(_ catalogue: Catalogue) {
    self.init(
      catalogue.indicators.map { Entry(place: nil, indicator: $0) }, roster: Roster(catalogue.indicators.map(\.id)))
  }

  subscript(_ id: String) -> Entry? { places[id].map { entries[$0] } }
  func position(of id: String) -> Int? { places[id] }

  mutating func forgetBreakdowns(of place: Int) { entries[place].hasBreakdowns = false }

  /// Whether an id may be referred to.
  func isKnown(_ id: String) -> Bool { places[id] != nil || roster.claimed.contains(id) || !roster.isWhole }

  var catalogue: Catalogue { Catalogue(entries.map(\.indicator)) }
}
