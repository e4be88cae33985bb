/// What a list of revisions is sorted and summed up by, before protection and after it.
package protocol RevisedFigure {
  /// The value is another, or came or went; not the status alone.
  var isMove: Bool { get }
  /// By how much, of what it was; nil where there is nothing to compare with.
  var relativeChange: Rational? { get }
}

extension Revision: RevisedFigure {
  package var isMove: Bool { old != new }
  package var relativeChange: Rational? { change(from: old, to: new) }
}

extension ReleasedRevision: RevisedFigure {
  package var relativeChange: Rational? { change(from: old.number, to: new.number) }
}

private func change(from old: Rational?, to new: Rational?) -> Rational? {
  guard let old, let new, !old.isZero else { return nil }
  return ((new - old) / old).magnitude
}

extension Sequence where Element: RevisedFigure {
  /// As a person reads them: what moved, from or to nothing first, then the largest relative change; then what only changed
  /// its status, in the table's order.
  package var forReading: [Element] {
    let moves = filter(\.isMove).enumerated().sorted { a, b in
      switch (a.element.relativeChange, b.element.relativeChange) {
      case (nil, nil): return a.offset < b.offset
      case (nil, _): return true
      case (_, nil): return false
      case (.some(let x), .some(let y)): return x == y ? a.offset < b.offset : x > y
      }
    }.map(\.element)
    return moves + filter { !$0.isMove }
  }

  /// `7 chiffres changent, 81 changent de statut seulement`
  package var french: String {
    var (moves, others) = (0, 0)
    for revision in self { if revision.isMove { moves += 1 } else { others += 1 } }
    func changing(_ count: Int) -> String { count == 1 ? "1 chiffre change" : "\(count) chiffres changent" }
    switch (moves, others) {
    case (0, 0): return "aucun chiffre ne change"
    case (_, 0): return changing(moves)
    case (0, _): return changing(others) + " de statut seulement"
    default: return "\(changing(moves)), \(others) \(others == 1 ? "change" : "changent") de statut seulement"
    }
  }
}
