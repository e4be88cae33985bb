extension Catalogue {
  /// Whether every reference resolves and none turns in a circle: what a decoded catalogue is, and one that is put together need
  /// not be.
  package var isSound: Bool { indicators.allSatisfy { isSound($0.term, around: [$0.id]) } }

  private func isSound(_ term: Term, around: Set<String>) -> Bool {
    term.measure.parts.allSatisfy { part in
      switch part {
      case .term(let term): isSound(term, around: around)
      case .baseline(let id): self[id] != nil
      case .indicator(let id):
        !around.contains(id) && (self[id].map { isSound($0.term, around: around.union([id])) } ?? false)
      }
    }
  }
}
