import CSV
import Domain

/// Looks through a file that holds many months: which rows are of which month, and what no month's reading could tell (what is no
/// record, blocks that are short, dates month first). A row whose month cannot be read goes with the row before it.
struct SeriesIndexer {
  private let source: RowSource
  private let mapping: RowMapping
  private let export: Export
  private let findings: FileFindings
  /// Places of the columns that hold dates, with whether a short year may stand there.
  private let dates: [(column: Int, place: Int)]

  private var runs: [Month: LineRuns] = [:]
  private var setAside: [Month: [Int: Int]] = [:]
  /// The month of the row before.
  private var current: Month?
  /// Rows before the first whose month can be read.
  private var waiting: [(start: (offset: Int, line: Int, row: Int), end: Int)] = []

  init(
    _ text: Bytes, _ header: Header, _ mapping: Mapping, _ export: Export, _ reader: AssociationReader,
    _ findings: FileFindings
  ) {
    let columns = ExportSchema.of(export.kind).columns
    self.mapping = RowMapping(mapping, header, export, reader)
    self.export = export
    self.findings = findings
    source = RowSource(text, header: header, kind: export.kind, findings: findings, mapping: self.mapping) {
      isValue($1, of: columns[$0], in: export.month, reader)
    }
    let rows = self.mapping
    dates = columns.indices.compactMap { column in
      guard case .day = columns[column].type, header.positions[column] >= 0, !rows.makes(column) else { return nil }
      return (column, header.positions[column])
    }
  }

  /// nil: the file is refused, and the findings say why. `isRead`: of a month that the programme reads.
  mutating func index(isRead: (Month) -> Bool) throws(QuotingError) -> Series? {
    try readRows()
    source.noteSkipped()
    if refuseMonthFirst(source, findings) { return nil }
    for row in waiting { runs[export.month, default: LineRuns()].append(from: row.start, to: row.end) }
    let others = runs.keys.filter { !isRead($0) }
    for month in others {
      if mapping.mapping.months == .rows { mapping.count(mapping.otherMonth, runs[month]?.rows ?? 0) }
      runs[month] = nil
    }
    for month in runs.keys { runs[month]?.shortBlocks = source.shortBlocks.pointee.found }
    let total = RowMapping.told(mapping.setAside, mapping.mapping)
    for told in total { note(told, findings, line: nil) }
    return Series(
      header: source.header, runs: runs, setAside: setAside.filter { isRead($0.key) }, total: total,
      findings: findings.finished())
  }

  private mutating func readRows() throws(QuotingError) {
    let isInColumns = mapping.mapping.months == .columns
    var common = LineRuns()
    var present: Set<Month> = []
    var counts: [Month: [Int: Int]] = [:]
    let (mapping, months) = (mapping, source.header.mapped?.months ?? [])
    source.onSetAside = { [unowned source] rule in
      if isInColumns {
        for (month, place) in months where place < source.reader.count && !isBlankMonth(trimmed(source.reader[place])) {
          counts[month, default: [:]][rule, default: 0] += 1
        }
      } else if rule >= mapping.mapping.drop.count, let month = mapping.month(of: source.reader) {
        counts[month, default: [:]][rule, default: 0] += 1
      }
    }
    defer { source.onSetAside = nil }
    while try source.nextRecord() {
      let end = source.reader.position.offset
      let isWhole = source.hasRightWidth()
      if isWhole { noteDates() }
      if isInColumns {
        common.append(from: source.recordStart, to: end)
        guard isWhole else { continue }
        for (month, place) in months where !isBlankMonth(trimmed(source.reader[place])) { present.insert(month) }
      } else {
        add(isWhole ? mapping.month(of: source.reader) : nil, to: end)
      }
    }
    for month in present { runs[month] = common }
    setAside = counts
  }

  private mutating func add(_ month: Month?, to end: Int) {
    if let month, current == nil {
      for row in waiting { runs[month, default: LineRuns()].append(from: row.start, to: row.end) }
      waiting = []
    }
    current = month ?? current
    guard let current else { return waiting.append((source.recordStart, end)) }
    runs[current, default: LineRuns()].append(from: source.recordStart, to: end)
  }

  private func noteDates() {
    for (column, place) in dates {
      let cell = trimmed(source.reader[place])
      guard !cell.isEmpty else { continue }
      do throws(InvalidValue) {
        if try dateValue(cell).isSurelyDayFirst { source.dateOrders[column].addDayFirst() }
      } catch {
        if error == DateFaults.monthAboveTwelve {
          source.dateOrders[column].addSuspect(line: source.line, row: source.row)
        }
        if isSurelyDayFirst(cell) { source.dateOrders[column].addDayFirst() }
      }
    }
  }
}

/// One note a rule: how many lines it sets aside.
func note(_ setAside: SetAside, _ findings: FileFindings, line: Int?) {
  findings.add(
    .linesSetAside, .note, line: line, rule: setAside.french,
    remedy: "rien à faire si ce nombre est celui attendu ; sinon corriger la règle")
}
