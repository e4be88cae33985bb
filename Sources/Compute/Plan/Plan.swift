import Domain

/// A term ready to be asked cell by cell: its parts found, its measures' accumulators at hand. Finding a part by its
/// conditions costs more than any sum, and a figure has hundreds of cells.
indirect enum Plan {
  case leaf(LeafTally)
  case ratio(of: Plan, over: Plan, factor: Rational)
  case difference([Plan])
  case sum([Plan])
  /// The same in every cell: a reference number.
  case constant(Evaluation)
  case baseline([Benchmark])
  /// `kinds` are those of `plus`; `since` is the first month after the vintage's.
  case referenceShare(Reference.Vintage?, plus: Plan, kinds: Set<ExportKind>, since: Month?)
  case delivery
}

extension Engine {
  /// `around` are the conditions of what the term is a part of.
  func plan(_ term: Term, _ around: [Condition] = []) -> Plan {
    let conditions = around + term.conditions
    switch term.measure {
    case .ratio(let of, let over, let factor):
      return .ratio(of: plan(of, conditions), over: plan(over, conditions), factor: factor)
    case .difference(let parts): return .difference(parts.map { plan($0, conditions) })
    case .sum(let parts): return .sum(parts.map { plan($0, conditions) })
    case .reference(let territory, let value): return .constant(referenceValue(territory, value))
    case .missingPosts(let territory, let against): return .constant(missingPosts(territory, against))
    case .referenceShare(let territory, let plus):
      return .referenceShare(
        reference.vintage(of: territory, in: month), plus: plan(plus, conditions), kinds: catalogue.kinds(of: term),
        since: monthAfterVintage(territory))
    case .delivery: return .delivery
    default: return .leaf(tally(term, around))
    }
  }

  private func plan(_ part: Part, _ around: [Condition]) -> Plan {
    if case .baseline(let id) = part { return .baseline(catalogue[id]?.baselines ?? []) }
    return term(of: part).map { plan($0, around) } ?? .constant(.missing(.referenceAbsente))
  }

  // MARK: Reference numbers

  private func status(_ vintages: Reference.Vintage...) -> Status {
    vintages.allSatisfy { $0.standing == .official } ? .A : .E
  }

  private func referenceValue(_ territory: String, _ value: Measure.ReferenceValue) -> Evaluation {
    guard let vintage = reference.vintage(of: territory, in: month) else { return .missing(.referenceAbsente) }
    let number: Rational?
    switch value {
    case .share: number = vintage.percentage
    case .ess_posts: number = vintage.essPosts?.rational
    case .all_posts: number = vintage.allPosts?.rational
    }
    guard let number else { return .missing(.referenceAbsente) }
    return Evaluation(value: number, status: status(vintage))
  }

  /// Posts to create for the territory to reach the other's share, all posts being what they are.
  private func missingPosts(_ territory: String, _ against: String) -> Evaluation {
    guard let own = reference.vintage(of: territory, in: month), let other = reference.vintage(of: against, in: month),
      let share = other.percentage, let all = own.allPosts?.rational, let ess = own.essPosts?.rational
    else { return .missing(.referenceAbsente) }
    return Evaluation(value: share * all / Rational(100) - ess, status: status(own, other))
  }
}
