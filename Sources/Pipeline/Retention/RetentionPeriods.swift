import Domain
import Ledger

/// How long the rows that an edition was made of are kept: so many months after its month's last day, its publication, its sending
/// or its month's closing, whichever was last. What was sent, or closed, is evidence: for it the programme's own period holds
/// where it is the longer one.
struct RetentionPeriods {
  /// As asked for now, in months.
  let asked: Int
  /// `retention_months` of programme.yaml.
  let programme: Int?
  let today: Day

  var ofEvidence: Int { max(asked, programme ?? 0) }

  /// Names of the editions whose rows are no longer needed.
  func pastEditions(_ store: EditionStore) throws -> Set<String> {
    let sendings = Dictionary(grouping: try store.sendings(of: nil), by: \.edition)
    let current = Set(try store.currentEditions().values.map(\.name))
    return try store.editions().reduce(into: []) { past, edition in
      let month = try store.month(of: edition)
      let sent = sendings[edition.name] ?? []
      let closing = current.contains(edition.name) ? try store.closing(of: month) : nil
      let days =
        [month.lastDay] + ([edition.publishedAt] + sent.map(\.at) + [closing?.at].compactMap { $0 }).map(day)
        + sent.compactMap { Sending($0)?.day }
      let months = sent.isEmpty && closing == nil ? asked : ofEvidence
      if (days.max() ?? today).adding(months: months) <= today { past.insert(edition.name) }
    }
  }

  /// A time that cannot be read is today: nothing goes for it.
  private func day(_ timestamp: String) -> Day { seconds(ofTimestamp: timestamp).map { todayInParis($0) } ?? today }
}

extension Day {
  /// The same day of a later month, or its last.
  func adding(months: Int) -> Day {
    let month = month.advanced(by: months)
    return Day(
      year: month.year, month: month.number, day: min(civil.day, Day.length(month.number, of: month.year)))
  }
}
