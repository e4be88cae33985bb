import Domain
import Pipeline

/// A comparison for programs: what `plan --json` and `diff --json` both say.
struct ComparisonReport: Encodable {
  struct File: Encodable {
    let file: String
    let association: String
    let kind: String
    let month: String
    let cause: String
    let added: [Int]
    let removed: [Int]
    let changed: [Int]
    let words: String
  }
  struct Entry: Encodable {
    let indicator: String
    let horizon: String
    let cell: [String: String]
    let old: String?
    let new: String?
    let difference: String?
    let oldStatus: String?
    let newStatus: String?
    let causes: [String]
    let detail: String
    /// Ids of the funders whose report shows it.
    let funders: [String]
  }
  struct Definition: Encodable {
    let file: String
    let cause: String
    let words: String
  }
  /// A base, a target or an objective.
  struct Aim: Encodable {
    let subject: String
    let indicator: String
    let horizon: String
    let cell: [String: String]
    let funder: String?
    let old: String?
    let new: String?
    let source: String
  }
  let materiality: String
  let causes: [String]
  let files: [File]
  /// Files.
  let definitions: [String]
  /// The entries in them that changed.
  let entries: [Definition]
  let aims: [Aim]
  /// Ids of funders whose first report this is.
  let firstReports: [String]
  let figures: [Entry]

  init(_ comparison: Comparison, _ definitions: Definitions) {
    materiality = comparison.materiality.rawValue
    causes = comparison.causes.map(\.rawValue)
    files = comparison.files.map {
      File(
        file: $0.name, association: $0.id.association, kind: $0.id.kind.id, month: $0.id.month.description,
        cause: $0.cause.rawValue, added: $0.rows.added, removed: $0.rows.removed, changed: $0.rows.changed,
        words: $0.french)
    }
    self.definitions = Set(comparison.definitions.map(\.file)).sorted()
    entries = comparison.definitions.map { Definition(file: $0.file, cause: $0.cause.rawValue, words: $0.french) }
    aims = comparison.aims.map(Aim.init)
    firstReports = comparison.firstReports.sorted()
    figures = comparison.revisions.map { revision in
      Entry(
        indicator: revision.key.indicator, horizon: revision.key.horizon.id,
        cell: revision.key.cell.membersByID,
        old: revision.old?.text(), new: revision.new?.text(), difference: revision.difference?.text(),
        oldStatus: revision.oldStatus?.id, newStatus: revision.newStatus?.id,
        causes: revision.steps.causes.map(\.rawValue),
        detail: revision.steps.french, funders: definitions.funders.filter { $0.shows(revision.key) }.map(\.id))
    }
  }
}

extension ComparisonReport.Aim {
  init(_ change: AimChange) {
    self.init(
      subject: change.subject.rawValue, indicator: change.key.indicator, horizon: change.key.horizon.id,
      cell: change.key.cell.membersByID, funder: change.funder, old: change.old?.text(), new: change.new?.text(),
      source: change.source)
  }
}

extension Cell {
  fileprivate var membersByID: [String: String] {
    Dictionary(uniqueKeysWithValues: members.map { ($0.dimension.id, $0.id) })
  }
}

extension Revision {
  /// nil where the value did not move, or one of the two is missing.
  var difference: Rational? {
    guard let old, let new, old != new else { return nil }
    return new - old
  }
}

extension Listing {
  /// One row a figure and funder; a figure that no report shows has a row without one.
  init(_ comparisons: [(month: Month, Comparison, Definitions)]) {
    header =
      ["month", "funder", "indicator", "horizon"] + Dimension.allCases.map(\.id)
      + ["old", "new", "difference", "old_status", "new_status", "causes", "detail"]
    rows = comparisons.flatMap { month, comparison, definitions in
      comparison.revisions.flatMap { revision -> [[String]] in
        let funders = definitions.funders.filter { $0.shows(revision.key) }.map(\.id)
        return (funders.isEmpty ? [""] : funders).map { funder in
          [month.description, funder, revision.key.indicator, revision.key.horizon.id]
            + Dimension.allCases.map { revision.key.cell[$0] ?? "" }
            + [
              revision.old?.text() ?? "", revision.new?.text() ?? "", revision.difference?.text() ?? "",
              revision.oldStatus?.id ?? "", revision.newStatus?.id ?? "",
              revision.steps.causes.map(\.rawValue).joined(separator: " "), revision.steps.french,
            ]
        }
      }
    }
  }
}
