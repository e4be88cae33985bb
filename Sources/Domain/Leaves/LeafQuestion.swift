/// A measure that reads rows, as another engine is asked for it: what it counts or sums, under which conditions, in which cells. It
/// is answered with whole numbers alone (``LeafRow``); what is divided, rounded and protected stays here (11-engine.md).
package struct LeafQuestion: Sendable {
  /// With the conditions of everything around it.
  package let term: Term
  /// The optional columns that its conditions ask about: who fills them is counted too.
  package let askedColumns: [Field]
  /// The optional column that it sums, where no condition asks about it already.
  package let ownColumn: Field?
  /// By no dimension, one or two, in the order of ``Dimension``.
  package var breakdowns: [[Dimension]]
  /// The indicators behind which it stands, in the catalogue's order.
  package var indicators: [String]
  /// The persons behind each sum are counted.
  package let countsContributors: Bool

  package init(
    _ term: Term, askedColumns: [Field], ownColumn: Field?, breakdowns: [[Dimension]], indicators: [String],
    countsContributors: Bool
  ) {
    self.term = term
    self.askedColumns = askedColumns
    self.ownColumn = ownColumn
    self.breakdowns = breakdowns
    self.indicators = indicators
    self.countsContributors = countsContributors
  }

  package var id: String { term.leafID }
  /// Those that may be left blank, in the order in which their answers are counted.
  package var optionalColumns: [Field] { askedColumns + (ownColumn.map { [$0] } ?? []) }
}

extension Term {
  /// The same text for the same question, of characters that no CSV quotes: `count_first supprime after cree`,
  /// `count_stock salarie contrat=1 statut!=3+5`. Codes and not words: two programmes that number an axis otherwise ask
  /// different questions.
  package var leafID: String { ([measure.leafID] + conditions.map(\.leafID)).joined(separator: " ") }
}

extension Measure {
  fileprivate var leafID: String {
    switch self {
    case .countFirst(let status, let after): return "\(name) \(status.id)" + (after.map { " after \($0.id)" } ?? "")
    case .countEver(let status, let now): return "\(name) \(status.id)" + (now.map { " or_now \($0.id)" } ?? "")
    case .countStock(let unit): return "\(name) \(unit.rawValue)"
    case .sumStock(let amount, let prefersHours):
      return "\(name) \(amount.rawValue)" + (prefersHours ? " prefer heures" : "")
    case .sumFlow(let amount): return "\(name) \(amount.rawValue)"
    case .countPaths(let end, let minimumStay): return "\(name) \(end.rawValue)" + (minimumStay ? " minimum_stay" : "")
    case .sumMeetings(let amount): return "\(name) \(amount.rawValue)"
    default: return name
    }
  }
}

extension Condition {
  fileprivate var leafID: String {
    let test: String
    switch self.test {
    case .oneOf(let codes): test = codes.sorted().map(String.init).joined(separator: "+")
    case .known: test = "*"
    case .range(let from, let to): test = (from.map(String.init) ?? "") + ".." + (to.map(String.init) ?? "")
    case .withinTerritory: test = "territory"
    }
    return field.rawValue + (isExcluded ? "!=" : "=") + test
  }
}
