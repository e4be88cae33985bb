import Domain

/// What the rows of each month give one measure in the cells of one breakdown, from the programme's start. A figure of any month and
/// horizon is made of sums of these, so a month that is added to a series costs one month.
struct SubtotalSeries: Sendable {
  /// By months since the start.
  private var own: [Subtotal]
  /// `through[n]` adds up `own[...n]`: a span is one less another.
  private var through: [Subtotal] = []
  /// What counts in its own month alone (`or_now`).
  private var now: [Subtotal]
  /// The persons behind each month's sums; empty where nobody asks. One of two months may be the same: these are united, not added.
  private var persons: [ContributorTable]

  init(months: Int) {
    own = Array(repeating: Subtotal(), count: months)
    now = own
    persons = []
  }

  mutating func add(_ subtotal: Subtotal, month: Int) { own[month] += subtotal }
  mutating func add(now subtotal: Subtotal, month: Int) { now[month] += subtotal }

  mutating func add(_ table: ContributorTable, month: Int) {
    if persons.isEmpty { persons = Array(repeating: ContributorTable(), count: own.count) }
    persons[month].unite(table)
  }

  /// Other rows of the same months, that share no unit with these.
  mutating func merge(_ other: SubtotalSeries) {
    for month in own.indices {
      own[month] += other.own[month]
      now[month] += other.now[month]
    }
    for (month, table) in other.persons.enumerated() { add(table, month: month) }
  }

  /// After the last row, before the first question.
  mutating func seal() {
    through = own
    for month in through.indices.dropFirst() {
      through[month] = through[month - 1]
      through[month] += own[month]
    }
  }

  func subtotal(_ span: ClosedRange<Int>) -> Subtotal {
    if span.count == 1 { return own[span.upperBound] }
    guard span.lowerBound > 0 else { return through[span.upperBound] }
    var subtotal = through[span.upperBound]
    subtotal -= through[span.lowerBound - 1]
    return subtotal
  }

  func now(_ month: Int) -> Subtotal { now[month] }

  func persons(_ span: ClosedRange<Int>) -> [UInt64: Int] {
    guard !persons.isEmpty else { return [:] }
    var all = ContributorTable()
    for month in span { all.unite(persons[month]) }
    return all.counts()
  }
}
