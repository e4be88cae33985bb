import GRDB

/// Rows that an edition has in common with the one published before it, word for word. Every month's files and findings hold those of the
/// months before: written out each time, a ledger would grow with the square of its months. They stand where they were
/// written first, and `inherited` says from where to where an edition takes them over.
extension Ledger {
  /// Lists that are kept so. Each is read through a view of its own, `wholeInput` or `wholeFinding`.
  enum InheritedList: String {
    case input, finding
    var view: String { self == .input ? "wholeInput" : "wholeFinding" }
  }

  private struct Place: Hashable {
    let edition: Int64
    let position: Int
  }

  /// Neighbours here that are neighbours where they stand.
  private struct Stretch {
    let position: Int
    let start: Place
    var length = 1

    func isContinued(by place: Place, at position: Int) -> Bool {
      start.edition == place.edition && start.position + length == place.position && self.position + length == position
    }
  }

  /// Writes the rows that the edition published before does not have, and points to the others.
  func insert<Record: EditionRow & Hashable & FetchableRecord>(
    _ records: [Record], into list: InheritedList, of edition: EditionRecord, _ db: Database,
    and more: [(String, (Record) -> (any DatabaseValueConvertible)?)] = []
  ) throws {
    let known: [Record: Place] = try places(list, before: edition, db)
    var own: [(offset: Int, element: Record)] = []
    var stretches: [Stretch] = []
    for (position, record) in records.enumerated() {
      guard let place = known[record] else {
        own.append((position, record))
        continue
      }
      if let last = stretches.last, last.isContinued(by: place, at: position) {
        stretches[stretches.count - 1].length += 1
      } else {
        stretches.append(Stretch(position: position, start: place))
      }
    }
    try insert(own, into: list.rawValue, of: edition, db, and: more)
    let columns: RowWriter<Stretch>.Columns = [
      "edition": { _ in edition.id }, "list": { _ in list.rawValue }, "position": { $0.position },
      "length": { $0.length }, "source": { $0.start.edition }, "start": { $0.start.position },
    ]
    try RowWriter(db, into: "inherited", columns).write(stretches)
  }

  private func places<Record: FetchableRecord & EditionRow & Hashable>(
    _ list: InheritedList, before edition: EditionRecord, _ db: Database
  ) throws -> [Record: Place] {
    // An input's place in the archive stands behind its other columns.
    let names = Record.names + (list == .input ? ", archive" : "")
    // Asked for by itself: of an edition that a subquery names SQLite 3.40 goes through the rows of all editions (0.3 s for 120).
    let before = try Int64.fetchOne(db, sql: "SELECT max(id) FROM edition WHERE id < ?", arguments: [edition.id])
    var places: [Record: Place] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(names), source, start FROM \(list.view) WHERE edition = ?", arguments: [before])
    while let row = try rows.next() {
      places[try Record(row: row)] = Place(edition: row["source"], position: row["start"])
    }
    return places
  }

  /// `source` and `start`: where a row stands.
  static let inheritedRows = """
    CREATE TABLE inherited (
      edition INTEGER NOT NULL REFERENCES edition,
      list TEXT NOT NULL,
      position INTEGER NOT NULL,
      length INTEGER NOT NULL,
      source INTEGER NOT NULL REFERENCES edition,
      start INTEGER NOT NULL,
      PRIMARY KEY (edition, list, position)
    ) STRICT, WITHOUT ROWID;
    \(view("wholeInput", of: "input", [
      "association", "kind", "month", "file", "sha256", "outcome", "isOwed", "rowsKept", "rowsRefused", "waived", "archive",
    ]))
    \(view("wholeFinding", of: "finding", [
      "code", "severity", "association", "kind", "month", "file", "line", "row", "otherLines", "column", "header", "rule",
      "remedy",
    ]))
    """

  private static func view(_ name: String, of table: String, _ columns: [String]) -> String {
    let columns = columns.map { "r.\"\($0)\"" }.joined(separator: ", ")
    return """
      CREATE VIEW \(name) AS
      SELECT r.edition, r.position, r.edition AS source, r.position AS start, \(columns) FROM \(table) AS r
      UNION ALL
      SELECT i.edition, i.position + r.position - i.start, r.edition, r.position, \(columns) FROM inherited AS i
      JOIN \(table) AS r ON r.edition = i.source AND r.position BETWEEN i.start AND i.start + i.length - 1
      WHERE i.list = '\(table)';
      """
  }
}
