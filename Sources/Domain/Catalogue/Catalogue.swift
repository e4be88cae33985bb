/// indicators.yaml: every indicator, in the order in which it is printed. Ids are unique, references resolve and do not
/// turn in circles: the decoder has checked it.
package struct Catalogue: Hashable, Sendable {
  package let indicators: [Indicator]
  private let positions: [String: Int]

  package init(_ indicators: [Indicator]) {
    self.indicators = indicators
    positions = Dictionary(
      indicators.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(_ id: String) -> Indicator? { positions[id].map { indicators[$0] } }
  package func position(of id: String) -> Int? { positions[id] }

  /// Whether a term, or a part of it, counts persons or paths: small counts of it are protected. `around` are the indicators of
  /// which it is a part: a definition in circles is told elsewhere.
  package func countsPersons(_ term: Term, around: Set<String> = []) -> Bool {
    switch term.measure {
    case .countPersons, .countPaths, .countStock(.salarie): return true
    default: break
    }
    return term.measure.parts.contains { part in
      switch part {
      case .indicator(let id):
        guard !around.contains(id), let indicator = self[id] else { return false }
        return countsPersons(indicator.term, around: around.union([id]))
      case .term(let term): return countsPersons(term, around: around)
      case .baseline: return false
      }
    }
  }

  /// The kinds of export behind a term, through its parts; every kind for `delivery`.
  package func kinds(of term: Term) -> Set<ExportKind> {
    if let kind = term.measure.kind { return [kind] }
    if case .delivery = term.measure { return Set(ExportKind.allCases) }
    return term.measure.parts.reduce(into: []) { kinds, part in
      switch part {
      case .indicator(let id): if let indicator = self[id] { kinds.formUnion(self.kinds(of: indicator.term)) }
      case .term(let term): kinds.formUnion(self.kinds(of: term))
      case .baseline: break
      }
    }
  }
}
