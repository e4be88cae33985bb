import CSV
import Domain

/// Walks the rows of one export: widths and the total row are settled here; what is left goes to the reader of the kind,
/// cell by cell.
final class RowSource {
  let header: Header
  private let schema: ExportSchema
  /// Range of each decimal column, and whether it may be a percentage, by place: asked of every row.
  let decimals: [(ClosedRange<Int64>, percent: Bool)?]
  let findings: FileFindings
  private let reader: RecordReader
  /// Place of the column that says which line the row had in the raw file; only in the archive.
  private let lineColumn: Int?
  /// About how many rows there are: what a table should have room for.
  let expectedRows: Int
  /// Whether something of the current row was refused.
  private(set) var isRefused = false
  private(set) var rows = 0
  private(set) var refusedRows = 0

  init(
    _ text: Bytes, header: Header, kind: ExportKind, findings: FileFindings, isArchived: Bool = false
  ) {
    self.header = header
    lineColumn = isArchived ? header.names.firstIndex(of: archiveLineColumn) : nil
    self.findings = findings
    schema = ExportSchema.of(kind)
    decimals = schema.columns.map {
      if case .decimal(let range, _, let percent) = $0.type { (range, percent) } else { nil }
    }
    reader = RecordReader(
      text, from: header.offset, line: header.nextLine, row: header.nextRow, delimiter: header.delimiter)
    expectedRows = RowSource.lineEstimate(Bytes(rebasing: text[header.offset...]))
  }

  /// From the first 64 KiB, and a little more; but no row of the contract is shorter than 24 bytes.
  private static func lineEstimate(_ text: Bytes) -> Int {
    let sample = text.prefix(64 << 10)
    let lines = sample.count { $0 == 0x0A || $0 == 0x0D } + 1
    return min(text.count / max(sample.count, 1) * lines * 17 / 16 + lines, text.count / 24 + 1)
  }

  func isRequired(_ column: some ContractColumn) -> Bool { schema.columns[column.cellPlace].presence == .required }
  func id(of column: some ContractColumn) -> String { schema.columns[column.cellPlace].id }
  func type(of column: some ContractColumn) -> ColumnType { schema.columns[column.cellPlace].type }

  var line: Int { reader.line }
  var row: Int { reader.row }
  /// The row's line in the file that the association sent.
  var recordedLine: Int {
    guard let lineColumn else { return line }
    return reader[lineColumn].reduce(0) { $0 * 10 + Int($1 & 15) }
  }

  /// The next row of the right width; ends the one before.
  func next() throws(QuotingError) -> Bool {
    endRow()
    while try reader.next() {
      if isTotal() {
        findings.add(
          "total-row", .note, line: line, row: row, rule: "ligne de total en fin de fichier, ignorée",
          remedy: "rien à faire")
        continue
      }
      rows += 1
      if hasRightWidth() { return true }
      refuse(
        "row-width",
        rule: "\(reader.count) cellules pour \(header.names.count) colonnes",
        remedy: "vérifier les séparateurs de la ligne ; mettre entre guillemets un texte qui en contient")
      endRow()
    }
    return false
  }

  private func endRow() {
    if isRefused { refusedRows += 1 }
    isRefused = false
  }

  /// A row that later turns out to disagree with another, or to repeat it.
  func refuseLater(_ count: Int) { refusedRows += count }

  func has(_ column: some ContractColumn) -> Bool { header.positions[column.cellPlace] >= 0 }

  /// The trimmed cell of a column of the contract; empty where it is blank or the column absent.
  @inline(__always)
  func cell(_ column: some ContractColumn) -> Bytes {
    let position = header.positions[column.cellPlace]
    guard position >= 0 else { return Bytes(start: nil, count: 0) }
    return trimmed(reader[position])
  }

  // MARK: Faults of the current row

  /// Refuses the row for a cell.
  func refuse(_ column: some ContractColumn, _ fault: InvalidValue) { refuse(at: column.cellPlace, fault) }

  func refuse(at place: Int, _ fault: InvalidValue) {
    isRefused = true
    add(fault.code, .row, column: place, rule: fault.rule, remedy: fault.remedy)
  }

  func refuse(_ code: String, column: some ContractColumn, rule: String, remedy: String) {
    isRefused = true
    add(code, .row, column: column.cellPlace, rule: rule, remedy: remedy)
  }

  /// Refuses the row as it stands.
  func refuse(_ code: String, rule: String, remedy: String) {
    isRefused = true
    add(code, .row, column: nil, rule: rule, remedy: remedy)
  }

  func refuseMissing(_ column: some ContractColumn) {
    refuse(
      "missing-value", column: column, rule: "valeur obligatoire absente",
      remedy: "remplir la colonne \(schema.columns[column.cellPlace].id)")
  }

  func warn(_ code: String, column: some ContractColumn, rule: String, remedy: String) {
    add(code, .warning, column: column.cellPlace, rule: rule, remedy: remedy)
  }

  func note(_ code: String, column: some ContractColumn, rule: String, remedy: String) {
    let place = header.positions[column.cellPlace]
    findings.note(code, line: line, row: row, column: place, header: header.names[place], rule: rule, remedy: remedy)
  }

  private func add(_ code: String, _ severity: Finding.Severity, column: Int?, rule: String, remedy: String) {
    let place = column.map { header.positions[$0] } ?? -1
    findings.add(
      code, severity, line: line, row: row, column: place >= 0 ? place : nil,
      header: place >= 0 ? header.names[place] : column.map { schema.columns[$0].id }, rule: rule, remedy: remedy)
  }

  // MARK: Shape of the row

  @inline(__always)
  private func hasRightWidth() -> Bool {
    let width = header.names.count
    guard reader.count >= width else { return false }
    for extra in width..<reader.count where !trimmed(reader[extra]).isEmpty { return false }
    return true
  }

  /// A last row whose first non-empty cell starts with `total`, its key otherwise empty.
  @inline(__always)
  private func isTotal() -> Bool {
    var first = 0
    while first < reader.count, case let cell = trimmed(reader[first]) {
      if let letter = cell.first { return mayBeginTotal(letter) && isTotal(first, cell) }
      first += 1
    }
    return false
  }

  /// All but an ASCII letter or digit that is no t: most rows are told by their first byte.
  @inline(__always)
  private func mayBeginTotal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "t"), UInt8(ascii: "T"): return true
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return false
    default: return true
    }
  }

  private func isTotal(_ first: Int, _ cell: Bytes) -> Bool {
    guard cell.count >= 5, normalForm(String(decoding: cell.prefix(60), as: UTF8.self)).hasPrefix("total") else {
      return false
    }
    for column in schema.key {
      let position = header.positions[column]
      if position >= 0, position != first, position < reader.count, !trimmed(reader[position]).isEmpty { return false }
    }
    return reader.isAtLastRecord
  }
}
