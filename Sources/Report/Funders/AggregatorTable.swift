import CSV
import Domain

/// What an aggregator gets: every figure that may be told of the month, once, whatever reports print of it; and what the edition before
/// told him and is no more.
struct AggregatorTable: FunderFile, Sendable {
  /// What whoever keeps these figures does with a row (SDMX-CSV 2.0, ACTION). It compares what two editions tell, and nothing else:
  /// that a hidden number moved is seen of it as little as of the two files.
  enum Action: String, CaseIterable, Sendable {
    /// For information; loaded, it is put beside what there is. New, or as the edition before told it.
    case information = "I"
    /// In the place of all that the edition before told of it: a value that is empty now is gone.
    case replace = "R"
    case delete = "D"
  }

  let funder: Funder
  let isRevision: Bool
  /// By ``AggregatorColumn``.
  let rows: [[String]]
  /// The CSV.
  let table: [UInt8]
  private let replaced: Int
  private let added: Int
  private let deleted: Int

  init(_ month: ReportedMonth, _ funder: Funder) {
    self.funder = funder
    let before = month.predecessor.flatMap { predecessor in
      predecessor.definitions.funders.contains { $0.id == funder.id && $0.isAggregator } ? predecessor : nil
    }
    isRevision = before != nil
    let old =
      before.map { before in
        before.told.map { Row($0, before.definitions.catalogue, in: month) }
      } ?? []
    let oldByKey = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let new = month.figures.all.map { Row($0, month.definitions.catalogue, in: month) }
    let keys = Set(new.map(\.key))
    let gone = old.filter { !keys.contains($0.key) }
    replaced = new.count { row in oldByKey[row.key].map { $0 != row } ?? false }
    added = new.count { oldByKey[$0.key] == nil }
    deleted = gone.count
    rows =
      new.map { row in
        let isReplaced = oldByKey[row.key].map { $0 != row } ?? false
        return row.fields(isReplaced ? .replace : .information)
      } + gone.map { $0.fields(.delete) }
    var text = CSVText(separator: funder.dialect.separator, lineEnd: "\n")
    text.append(AggregatorColumn.allCases.map(\.rawValue))
    for row in rows { text.append(row) }
    table = text.bytes
  }

  var isTouched: Bool { isRevision && replaced + added + deleted > 0 }

  /// `12 lignes à remplacer, 3 nouvelles, 1 à supprimer`
  var changes: String {
    let counts = [(replaced, "à remplacer"), (added, added < 2 ? "nouvelle" : "nouvelles"), (deleted, "à supprimer")]
      .filter { $0.0 > 0 }
    return counts.enumerated().map { index, part in
      let noun = index > 0 ? "" : part.0 < 2 ? " ligne" : " lignes"
      return "\(part.0)\(noun) \(part.1)"
    }.joined(separator: ", ")
  }
}

/// A figure as the table tells it.
private struct Row: Equatable {
  let key: Figures.Key
  private let fields: [String]

  init(_ released: ReleasedFigure, _ catalogue: Catalogue, in month: ReportedMonth) {
    key = released.key
    let unit = catalogue[key.indicator]?.unit
    fields = AggregatorColumn.allCases.map { column in
      column.field(of: released, unit: unit, in: month).csv(decimal: Funder.Dialect.sdmx.decimal)
    }
  }

  /// A figure that is gone has its dimensions alone: a field more would say that this field is to be deleted.
  func fields(_ action: AggregatorTable.Action) -> [String] {
    zip(AggregatorColumn.allCases, fields).map { column, field in
      if column == .action { return action.rawValue }
      return action != .delete || column.isDimension || column == .edition ? field : ""
    }
  }
}
