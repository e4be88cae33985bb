extension Catalogue {
  /// The territories whose reference figures a term reads, through its parts.
  package func territories(of term: Term) -> [String] {
    let own: [String]
    switch term.measure {
    case .reference(let territory, _), .referenceShare(let territory, _): own = [territory]
    case .missingPosts(let territory, let against): own = [territory, against]
    default: own = []
    }
    return own + parts(of: term).flatMap(territories)
  }

  /// The territory from whose vintage on a term counts; nil where it counts from no vintage.
  package func estimated(of term: Term) -> String? {
    if case .referenceShare(let territory, _) = term.measure { return territory }
    return parts(of: term).lazy.compactMap(estimated).first
  }

  private func parts(of term: Term) -> [Term] {
    term.measure.parts.compactMap { part in
      switch part {
      case .indicator(let id): return self[id]?.term
      case .term(let term): return term
      case .baseline: return nil
      }
    }
  }
}
