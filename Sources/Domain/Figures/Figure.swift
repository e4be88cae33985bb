/// One number of the month: which indicator, over which horizon, in which cell, and how sure it is.
package struct Figure: Hashable, Sendable {
  package var indicator: String
  package var horizon: Horizon
  package var cell: Cell
  /// nil exactly where the status is M.
  package var value: Rational?
  /// Before the factor; only for ratio, attendance, delivery and reference_share.
  package var numerator: Rational?
  package var denominator: Rational?
  package var status: Status
  package var reason: MissingReason?
  /// Of the least answered column, where some answer and some do not: with U, and with P where that is worse.
  package var answers: Answers?
  /// Associations (indices into the programme's list) that the figure reads and of which something is lacking.
  package var incomplete: [Int]
  /// How many associations it reads.
  package var associations: Int
  /// The counts of persons the figure is made of, differences of rates included: what protection looks at.
  package var personCounts: [Rational]
  /// Of how many persons a sum of FTE or hours is; of what is made of sums, the fewest behind one of them, or between them, that are
  /// not 0. nil: it is made of no sum, or no threshold asks.
  package var contributors: Int?

  package init(
    indicator: String, horizon: Horizon, cell: Cell, value: Rational?, numerator: Rational? = nil,
    denominator: Rational? = nil, status: Status, reason: MissingReason? = nil, answers: Answers? = nil,
    incomplete: [Int] = [],
    associations: Int = 0, personCounts: [Rational] = [], contributors: Int? = nil
  ) {
    self.indicator = indicator
    self.horizon = horizon
    self.cell = cell
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.status = status
    self.reason = reason
    self.answers = answers
    self.incomplete = incomplete
    self.associations = associations
    self.personCounts = personCounts
    self.contributors = contributors
  }

  package var key: Figures.Key { Figures.Key(indicator, horizon, cell) }
}
