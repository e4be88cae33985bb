extension Revision {
  /// The value is another, or came or went; not the status alone.
  package var isMove: Bool { old != new }

  /// By how much, of what it was; nil where there was nothing to compare with.
  private var relativeChange: Rational? {
    guard let old, let new, !old.isZero else { return nil }
    let share = (new - old) / old
    return share < .zero ? .zero - share : share
  }

  /// From or to nothing first, then the largest relative change.
  fileprivate static func goesBefore(_ a: Revision, _ b: Revision) -> Bool {
    switch (a.relativeChange, b.relativeChange) {
    case (nil, nil): return false
    case (nil, _): return true
    case (_, nil): return false
    case (.some(let x), .some(let y)): return x > y
    }
  }
}

extension [Revision] {
  /// As a person reads them: what moved, largest first; then what only changed its status, in the table's order.
  package var forReading: [Revision] {
    let moves = enumerated().filter { $0.element.isMove }.sorted { a, b in
      if Revision.goesBefore(a.element, b.element) { return true }
      if Revision.goesBefore(b.element, a.element) { return false }
      return a.offset < b.offset
    }.map(\.element)
    return moves + filter { !$0.isMove }
  }

  /// `7 chiffres changent, 81 changent de statut seulement`
  package var french: String {
    let moves = count { $0.isMove }
    let others = count - moves
    func words(_ count: Int) -> String { count == 1 ? "1 chiffre change" : "\(count) chiffres changent" }
    if isEmpty { return "aucun chiffre ne change" }
    if others == 0 { return words(moves) }
    if moves == 0 { return words(others) + " de statut seulement" }
    return "\(words(moves)), \(others) \(others == 1 ? "change" : "changent") de statut seulement"
  }
}
