/// What the month's page and the newsletter's block single out, found by what is measured and not by name: another programme
/// calls its indicators otherwise and loses nothing. Where several fit, the catalogue's first.
package struct Highlights: Sendable {
  /// Jobs ever created, with those in course of creation, and those created alone; both by axis, over the programme.
  package let jobs: (all: Indicator, created: Indicator)?
  /// Meetings held, by instance.
  package let meetings: Indicator?
  /// The share of ESS jobs in the programme's territory, and in the one it is compared to.
  package let share: Indicator?
  package let comparedShare: Indicator?
  /// The share with the programme's own jobs.
  package let estimatedShare: Indicator?
  /// Posts that lack to reach the other territory's share.
  package let missingPosts: Indicator?

  package init(_ catalogue: Catalogue, _ territory: Territory) {
    func first(where fits: (Measure) -> Bool) -> Indicator? {
      catalogue.indicators.first { $0.term.conditions.isEmpty && fits($0.term.measure) }
    }
    func byAxis(_ indicator: Indicator) -> Bool {
      indicator.breakdowns.contains([.axe]) && indicator.horizons.contains(.programme)
    }
    jobs =
      catalogue.indicators.lazy.compactMap { all -> (all: Indicator, created: Indicator)? in
        guard case .countEver(let status, let now) = all.term.measure, now != nil, all.term.conditions.isEmpty,
          byAxis(all)
        else { return nil }
        let created = catalogue.indicators.first {
          $0.term == Term(.countFirst(status, after: nil)) && byAxis($0)
        }
        return created.map { (all, $0) }
      }.first
    meetings = catalogue.indicators.first {
      $0.term == Term(.countMeetings) && $0.breakdowns.contains([.instance])
    }
    share = first { $0 == .reference(territory: territory.id, .share) }
    comparedShare = territory.comparedTo.flatMap { other in first { $0 == .reference(territory: other, .share) } }
    // It counts its own jobs within the territory: that is a condition of it.
    estimatedShare = catalogue.indicators.first {
      if case .referenceShare(territory.id, _) = $0.term.measure { true } else { false }
    }
    missingPosts = first { if case .missingPosts(territory.id, _) = $0 { true } else { false } }
  }
}

extension Definitions {
  package var highlights: Highlights { Highlights(catalogue, programme.territory) }
}
