/// The reference tables: posts in the territories by vintage, and what a full-time year is in hours.
package struct Reference: Hashable, Sendable {
  package enum Standing: String, Hashable, Sendable, CaseIterable { case official, declared, hypothetical }

  /// A row of territory.csv. A blank number is unknown.
  package struct Vintage: Hashable, Sendable {
    package var territory: String
    package var asOf: Day
    package var essPosts: Quantity?
    package var allPosts: Quantity?
    /// In per cent.
    package var share: Quantity?
    package var source: String
    package var standing: Standing
    package init(
      territory: String, asOf: Day, essPosts: Quantity?, allPosts: Quantity?, share: Quantity?, source: String,
      standing: Standing
    ) {
      self.territory = territory
      self.asOf = asOf
      self.essPosts = essPosts
      self.allPosts = allPosts
      self.share = share
      self.source = source
      self.standing = standing
    }
    /// The share in per cent: as given, else from the posts.
    package var percentage: Rational? {
      if let share { return share.rational }
      guard let essPosts, let allPosts, allPosts.tenThousandths != 0 else { return nil }
      return essPosts.rational / allPosts.rational * Rational(100)
    }
  }

  /// A row of full-time-hours.csv. `scheme` nil is permanent staff.
  package struct FullTimeHours: Hashable, Sendable {
    package enum Counted: String, Hashable, Sendable, CaseIterable { case paid, worked }
    package var scheme: Scheme?
    package var validFrom: Day
    /// Hours of a full-time year, above zero.
    package var annual: Quantity
    package var counted: Counted
    package var source: String
    package init(scheme: Scheme?, validFrom: Day, annual: Quantity, counted: Counted, source: String) {
      self.scheme = scheme
      self.validFrom = validFrom
      self.annual = annual
      self.counted = counted
      self.source = source
    }
  }

  package var vintages: [Vintage]
  package var fullTimeHours: [FullTimeHours]
  package init(vintages: [Vintage], fullTimeHours: [FullTimeHours]) {
    self.vintages = vintages
    self.fullTimeHours = fullTimeHours
  }

  /// The newest vintage not later than the month's end; if all are later, the oldest.
  package func vintage(of territory: String, in month: Month) -> Vintage? {
    let known = vintages.filter { $0.territory == territory }.sorted { $0.asOf < $1.asOf }
    return known.last { $0.asOf <= month.lastDay } ?? known.first
  }

  /// The hours in force on the month's last day; nil is a configuration error.
  package func hours(of scheme: Scheme?, in month: Month) -> FullTimeHours? {
    fullTimeHours.filter { $0.scheme == scheme && $0.validFrom <= month.lastDay }
      .max { $0.validFrom < $1.validFrom }
  }
}
