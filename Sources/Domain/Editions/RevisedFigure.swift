/// What a list of revisions is sorted and summed up by, before protection and after it.
package protocol RevisedFigure {
  /// The value is another, or came or went; not the status alone.
  var isMove: Bool { get }
  /// Numerator or denominator are others.
  var partsDiffer: Bool { get }
  /// nil: there was, or is, no such figure.
  var oldStatus: Status? { get }
  var newStatus: Status? { get }
  /// By how much, of what it was; nil where there is nothing to compare with.
  var relativeChange: Rational? { get }
}

extension RevisedFigure {
  /// It is in no report any more: a row that left is no figure that became unknown.
  package var isGone: Bool { newStatus == nil }
  /// It was in no report before.
  package var isNew: Bool { oldStatus == nil }
  /// A ratio that says the same of other numbers.
  package var changesPartsAlone: Bool { !isMove && !isGone && !isNew && partsDiffer }
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

  /// `7 chiffres changent, 2 quittent le rapport, 81 changent de statut seulement`
  package var french: String {
    let counts = [
      (count { !$0.isGone && !$0.isNew && $0.isMove }, "change", "changent", ""),
      (count { $0.isNew && !$0.isGone }, "est nouveau", "sont nouveaux", ""),
      (count(where: \.isGone), "n'y est plus", "n'y sont plus", ""),
      (
        count(where: \.changesPartsAlone), "garde sa valeur, avec d'autres parts",
        "gardent leur valeur, avec d'autres parts", ""
      ),
      (
        count { !$0.isMove && !$0.isGone && !$0.isNew && !$0.partsDiffer }, "change", "changent",
        " de statut seulement"
      ),
    ].filter { $0.0 > 0 }
    guard !counts.isEmpty else { return "aucun chiffre ne change" }
    return counts.enumerated().map { index, part in
      let (count, one, many, end) = part
      let noun = index > 0 ? "" : count == 1 ? " chiffre" : " chiffres"
      return "\(count)\(noun) \(count == 1 ? one : many)\(end)"
    }.joined(separator: ", ")
  }
}
