import CSV
import Domain

/// Walks the rows of one export: what is no record, and widths, are settled here; what is left goes to the reader of the kind,
/// cell by cell.
final class RowSource {
  let header: Header
  private let schema: ExportSchema
  /// Range and form of each decimal column, by place: asked of every row.
  let decimals: [(range: ClosedRange<Int64>, form: ColumnType.DecimalForm, unit: SourceUnit?)?]
  /// By place of the column: where its cell comes from. Behind a pointer, as the dates are.
  let cells: UnsafeMutablePointer<CellSource>
  /// By place of the column: what its texts were read as.
  let known: UnsafeMutablePointer<ReadingTable>
  let tables: ReadingTables
  /// nil: the file is in the contract's own words.
  let mapping: RowMapping?
  /// The rows of one month of a file that holds many; nil: all rows.
  let runs: LineRuns?
  let isOfRuns: Bool
  /// The run at which the reader stands; below zero: before the first.
  let run: UnsafeMutablePointer<Int>
  /// Where the current record of a mapped file begins, or the blank lines before it.
  var recordStart: (offset: Int, line: Int, row: Int) { counts.pointee.recordStart }
  /// Told of each line that a rule sets aside, while the reader stands at it.
  var onSetAside: ((_ rule: Int) -> Void)?
  var isMending: Bool { mending != nil }
  /// What the dates of each column say of their order, by place.
  /// Behind a pointer, as the blocks are, for the reason that RecordState gives.
  let dateOrders: UnsafeMutableBufferPointer<DateOrder>
  /// Rows refused because they are of other months, by month.
  var otherMonths: [Month: Int] = [:]
  /// Lines of rows refused for what earlier files say.
  var renumberedLines: [Int] = []
  let noRecords: NoRecords
  let shortBlocks: UnsafeMutablePointer<ShortBlocks>
  let isValue: (Int, Bytes) -> Bool
  /// By kind of row that is no record, and of those of short blocks: where the first stands, and how many there are.
  private var skipped: [NoRecords.Kind: (line: Int, row: Int, count: Int)] = [:]
  private var shortRows: (line: Int, row: Int, count: Int)?
  let findings: FileFindings
  let reader: RecordReader
  /// The record at which it stands.
  let current: CurrentRow
  /// What the mapping asks of every row.
  let rules: RowRules?
  /// How many columns the contract has.
  let schemaCount: Int
  private let mending: Mending?
  /// Place of the column that says which line the row had in the raw file; only in the archive.
  private let lineColumn: Int?
  /// About how many rows there are: what a table should have room for.
  let expectedRows: Int
  /// What changes with every row, behind a pointer for the reason that RecordState gives.
  struct Counts {
    var isRefused = false
    var rows = 0
    var refusedRows = 0
    var faults = 0
    /// Whatever reading a cell had to say, or would have said had it not been said of this row: what is not kept in a table.
    var reports = 0
    var recordStart = (offset: 0, line: 1, row: 1)
    /// Behind the last record of the run at which the reader stands.
    var runEnd = 0
  }
  let counts: UnsafeMutablePointer<Counts>
  /// Whether something of the current row was refused.
  var isRefused: Bool { counts.pointee.isRefused }
  var rows: Int { counts.pointee.rows }
  var refusedRows: Int { counts.pointee.refusedRows }
  /// Faults of rows so far: whether reading a cell added one.
  var faults: Int { counts.pointee.faults }

  /// `isValue`: whether a cell is a valid value of a column of the contract, by its place there.
  // Long: what stands behind a pointer is made here.
  init(
    _ text: Bytes, header: Header, kind: ExportKind, findings: FileFindings, isArchived: Bool = false,
    mending: Mending? = nil, mapping: RowMapping? = nil, runs: LineRuns? = nil,
    tables: (_ rows: Int) -> ReadingTables, noRecords: NoRecords? = nil,
    isValue: @escaping (_ column: Int, Bytes) -> Bool
  ) {
    self.header = header
    lineColumn = isArchived ? header.names.firstIndex(of: archiveLineColumn) : nil
    self.findings = findings
    self.mending = mending
    self.mapping = mapping
    rules = mapping?.rules
    self.runs = runs
    isOfRuns = runs != nil
    run = .allocate(capacity: 1)
    run.initialize(to: -1)
    schema = ExportSchema.of(kind)
    schemaCount = schema.columns.count
    decimals = schema.columns.enumerated().map { place, column in
      if case .decimal(let range, let form) = column.type { (range, form, mapping?.units[place]) } else { nil }
    }
    cells = .allocate(capacity: schema.columns.count)
    for (column, place) in header.positions.enumerated() {
      (cells + column).initialize(to: mapping?.source(of: column) ?? CellSource(place: place))
    }
    counts = .allocate(capacity: 1)
    counts.initialize(to: Counts())
    dateOrders = .allocate(capacity: schema.columns.count)
    dateOrders.initialize(repeating: DateOrder())
    self.noRecords = noRecords ?? NoRecords(header, key: schema.key)
    shortBlocks = .allocate(capacity: 1)
    shortBlocks.initialize(to: ShortBlocks(text, header, schema, known: runs?.shortBlocks))
    self.isValue = RowSource.valueTest(header, mapping, schema, isValue)
    reader = RecordReader(
      text, from: header.offset, line: header.nextLine, row: header.nextRow, delimiter: header.delimiter,
      ignoresQuotes: header.ignoresQuotes)
    current = CurrentRow(reader)
    expectedRows = runs?.rows ?? RowSource.lineEstimate(Bytes(rebasing: text[header.offset...]))
    self.tables = tables(expectedRows)
    known = self.tables.tables
  }

  /// `isValue` by place in the file.
  private static func valueTest(
    _ header: Header, _ mapping: RowMapping?, _ schema: ExportSchema, _ isValue: @escaping (Int, Bytes) -> Bool
  ) -> (Int, Bytes) -> Bool {
    guard let mapping else {
      var first = [Int](repeating: -1, count: max(header.width, (header.positions.max() ?? -1) + 1))
      for (column, place) in header.positions.enumerated() where place >= 0 && first[place] < 0 {
        first[place] = column
      }
      return { [first] place, cell in
        first.indices.contains(place) && first[place] >= 0 && isValue(first[place], cell)
      }
    }
    var columns: [Int: [Int]] = [:]
    for (column, place) in header.positions.enumerated() where place >= 0 { columns[place, default: []].append(column) }
    if let value = schema.columns.firstIndex(where: { $0.id == mapping.mapping.value }) {
      for (_, place) in header.mapped?.months ?? [] { columns[place] = [value] }
    }
    return { place, cell in mapping.isValue(cell, columns[place] ?? [], isPlain: isValue) }
  }

  deinit {
    cells.deallocate()
    run.deallocate()
    counts.deallocate()
    dateOrders.deinitialize()
    dateOrders.deallocate()
    shortBlocks.deinitialize(count: 1)
    shortBlocks.deallocate()
  }

  /// From the first 16 KiB, and a little more; but no row of the contract is shorter than 24 bytes, and no file has more than may
  /// be read.
  private static func lineEstimate(_ text: Bytes) -> Int {
    let sample = min(text.count, 16 << 10)
    var lines = 1
    // By pointer and without a branch it is done sixteen bytes at a time (pcmpeqb): small files are many.
    if let bytes = text.baseAddress {
      for place in 0..<sample { lines &+= (bytes[place] == 0x0A ? 1 : 0) &+ (bytes[place] == 0x0D ? 1 : 0) }
    }
    return min(text.count / max(sample, 1) * lines * 17 / 16 + lines, text.count / 24 + 1, CSVLimits.rows)
  }

  func schemaColumn(at place: Int) -> ExportColumn { schema.columns[place] }
  func isRequired(at place: Int) -> Bool { schema.columns[place].presence == .required }
  func id(of column: some ContractColumn) -> String { schema.columns[column.cellPlace].id }
  func type(of column: some ContractColumn) -> ColumnType { schema.columns[column.cellPlace].type }

  var line: Int { current.line }
  var row: Int { current.row }
  /// The row's line in the file that the association sent.
  var recordedLine: Int {
    guard let lineColumn else { return line }
    return current[lineColumn].reduce(0) { $0 * 10 + Int($1 & 15) }
  }

  /// The next row of the right width; ends the one before.
  func next() throws(QuotingError) -> Bool {
    endRow()
    if mapping != nil { return try nextMapped() }
    while try reader.next() {
      if let kind = noRecords.kind(current, isValue: isValue) {
        skip(kind)
        continue
      }
      counts.pointee.rows += 1
      let isRead = hasRightWidth() || isOfShortBlock()
      shortBlocks.pointee.pass(current.row)
      if isRead {
        if mending != nil { mend() }
        return true
      }
      refuseWidth()
      endRow()
    }
    noteSkipped()
    return false
  }

  func skip(_ kind: NoRecords.Kind) {
    // It counts as a row of its block, and may be the first that is short there.
    if current.count < header.names.count { _ = shortBlocks.pointee.isShort(reader) }
    shortBlocks.pointee.pass(current.row)
    guard kind != .blank else { return }
    skipped[kind, default: (line, row, 0)].count += 1
  }

  /// Whether the rows of this line are kept in spite of others.
  func isMended(_ line: Int) -> Bool { mending?.lines.contains(line) ?? false }

  func mend() {
    guard let mending, mending.lines.contains(line) else { return }
    if mapping != nil { return mendMapped(mending) }
    for (column, place) in header.positions.enumerated()
    where mending.columns.contains(place) && schema.columns[column].presence != .required {
      reader.blank(place)
      // An exit and its outcome go together.
      for other in schema.outcomeColumns where schema.outcomeColumns.contains(column) && header.positions[other] >= 0 {
        reader.blank(header.positions[other])
      }
    }
  }

  /// The cells alone that the faulty columns read: another column may read the same.
  private func mendMapped(_ mending: Mending) {
    for (column, place) in header.positions.enumerated()
    where mending.columns.contains(place) && schema.columns[column].presence != .required {
      let others = schema.outcomeColumns.contains(column) ? schema.outcomeColumns : []
      for column in [column] + others { cells[column] = .none }
    }
  }

  /// After a row that was mended.
  func unmend() {
    guard mending != nil, let mapping else { return }
    for (column, place) in header.positions.enumerated() {
      cells[column] = mapping.source(of: column) ?? CellSource(place: place)
    }
  }

  func isOfShortBlock() -> Bool {
    guard current.count < header.names.count, shortBlocks.pointee.isShort(reader) else { return false }
    if shortRows == nil { shortRows = (line, row, 0) }
    shortRows!.count += 1
    reader.pad(to: header.names.count)
    return true
  }

  func refuseWidth() {
    let (found, expected) = (current.count, header.names.count)
    let remedy =
      found > expected && header.delimiter == UInt8(ascii: ",")
      ? "une virgule dans un nombre ou un texte demande des guillemets autour de la cellule ; ou enregistrer avec le séparateur « ; »"
      : "vérifier les séparateurs de la ligne ; mettre entre guillemets un texte qui en contient"
    refuse(.rowWidth, rule: "\(found) cellules pour \(expected) colonnes", remedy: remedy)
  }

  func endRow() {
    if isRefused { counts.pointee.refusedRows += 1 }
    counts.pointee.isRefused = false
  }

  /// A row that later turns out to disagree with another, or to repeat it.
  func refuseLater(_ count: Int) { counts.pointee.refusedRows += count }

  func has(_ column: some ContractColumn) -> Bool { cells[column.cellPlace].isThere }

  /// The trimmed cell of a column of the contract; empty where it is blank or the column absent.
  @inline(__always)
  func cell(_ column: some ContractColumn) -> Bytes { cell(at: column.cellPlace) }

  @inline(__always)
  func cell(at column: Int) -> Bytes {
    let source = cells[column]
    if source.isMade { return madeCell(column) }
    return source.place >= 0 ? trimmed(current[source.place]) : Bytes(start: nil, count: 0)
  }

  /// The text that a column's cell is read from, as it stands in the file: neither trimmed nor translated. nil: too long for a table.
  @inline(__always)
  func writtenWords(_ column: Int) -> CellWords? {
    let source = cells[column]
    return source.place >= 0 ? current.words(source.place) : source.words
  }

  // MARK: Faults of the current row

  /// Refuses the row for a cell.
  func refuse(_ column: some ContractColumn, _ fault: InvalidValue) { refuse(at: column.cellPlace, fault) }

  func refuse(at place: Int, _ fault: InvalidValue) {
    counts.pointee.isRefused = true
    counts.pointee.faults += 1
    let mayBeBlank = schema.columns[place].unknownWords == .signsAndWords
    // Blank first: who is told a list of values writes one of them, known or not.
    let blank = mayBeBlank ? fault.mayBeLeftBlank.map { "\($0) ; sinon " } ?? "" : ""
    add(fault.code, .row, column: place, rule: fault.rule, remedy: blank + fault.remedy)
  }

  func refuse(_ code: FindingCode, column: some ContractColumn, rule: String, remedy: String) {
    counts.pointee.isRefused = true
    counts.pointee.faults += 1
    add(code, .row, column: column.cellPlace, rule: rule, remedy: remedy)
  }

  /// Refuses the row as it stands.
  func refuse(_ code: FindingCode, rule: String, remedy: String) {
    counts.pointee.isRefused = true
    counts.pointee.faults += 1
    add(code, .row, column: nil, rule: rule, remedy: remedy)
  }

  func refuseMissing(_ column: some ContractColumn) { refuseMissing(at: column.cellPlace) }

  func refuseMissing(at place: Int) {
    if let mapping, mapping.isRefused(place, current) { return }
    counts.pointee.isRefused = true
    counts.pointee.faults += 1
    add(
      .missingValue, .row, column: place, rule: "valeur obligatoire absente",
      remedy: "remplir la colonne \(schema.columns[place].id)")
  }

  func warn(_ code: FindingCode, column: some ContractColumn, rule: String, remedy: String) {
    add(code, .warning, column: column.cellPlace, rule: rule, remedy: remedy)
  }

  /// Once a file and column, with the lines of all.
  func note(
    _ code: FindingCode, _ severity: Finding.Severity = .note, at column: Int, rule: String, remedy: String
  ) {
    let place = header.positions[column]
    counts.pointee.reports += 1
    findings.addOnce(
      code, severity, line: line, row: row, column: place, header: name(of: column), rule: rule, remedy: remedy)
  }

  /// Where a column stands in the file; nil: nowhere.
  func place(of column: Int) -> Int? {
    let place = header.positions[column]
    return place >= 0 ? place : nil
  }

  /// A column's header as the association wrote it; the contract's where it has none.
  func name(of column: Int) -> String {
    let place = header.positions[column]
    return place >= 0 ? header.names[place] : schema.columns[column].id
  }

  private func add(_ code: FindingCode, _ severity: Finding.Severity, column: Int?, rule: String, remedy: String) {
    let place = column.map { header.positions[$0] } ?? -1
    counts.pointee.reports += 1
    findings.add(
      code, severity, line: line, row: row, column: place >= 0 ? place : nil,
      header: column.map(name), rule: rule, remedy: remedy)
  }

  // MARK: Shape of the row

  /// From as many cells as there are headers to as many as the header's line has, and blank where no header stands.
  @inline(__always)
  func hasRightWidth() -> Bool {
    let count = current.count
    guard count >= header.names.count, count <= header.width else { return false }
    for extra in header.names.count..<count where !trimmed(current[extra]).isEmpty { return false }
    return true
  }

  func noteSkipped() {
    func note(_ code: FindingCode, _ place: (line: Int, row: Int, count: Int)?, _ one: String, _ many: String) {
      guard let place else { return }
      findings.add(
        code, .note, line: place.line, row: place.row,
        rule: place.count == 1 ? "1 ligne \(one)" : "\(place.count) lignes \(many)", remedy: "rien à faire")
    }
    note(.repeatedHeader, skipped[.header], "répète les en-têtes, ignorée", "répètent les en-têtes, ignorées")
    note(.repeatedTitle, skipped[.title], "répète un titre, ignorée", "répètent un titre, ignorées")
    note(.totalRow, skipped[.total], "de total ou de sous-total, ignorée", "de total ou de sous-total, ignorées")
    note(
      .loneCell, skipped[.loneCell], "n'a qu'une cellule remplie, ignorée", "n'ont qu'une cellule remplie, ignorées")
    // Of a file that holds many months it is told once.
    note(
      .shortBlock, runs == nil ? shortRows : nil,
      "sans ses derniers séparateurs (le tableur les omet) : cellules lues comme vides",
      "sans leurs derniers séparateurs (le tableur les omet) : cellules lues comme vides")
  }
}
