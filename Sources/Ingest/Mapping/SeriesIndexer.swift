import CSV
import Domain

/// Looks through a file that holds many months: which rows are of which month, and what no month's reading could tell (what is no
/// record, blocks that are short, dates month first). A row whose month cannot be read goes with the row before it.
struct SeriesIndexer {
  private let source: RowSource
  private let mapping: RowMapping
  private let export: Export
  private let findings: FileFindings
  private let own: (start: Int, count: Int)?

  private var runs: [Month: LineRuns] = [:]
  private var setAside: [Month: [Int: Int]] = [:]
  /// The month of the row before.
  private var current: Month?
  /// The run of records that the row before ends, of the current month.
  private var open: (start: (offset: Int, line: Int, row: Int), end: Int, rows: Int)?
  /// Rows before the first whose month can be read.
  private var waiting: [(start: (offset: Int, line: Int, row: Int), end: Int)] = []

  init(
    _ text: Bytes, _ header: Header, _ mapping: Mapping, _ export: Export, _ reader: AssociationReader,
    _ findings: FileFindings, own: (start: Int, count: Int)? = nil
  ) {
    self.own = own
    let columns = ExportSchema.of(export.kind).columns
    self.mapping = RowMapping(mapping, header, export, reader)
    self.export = export
    self.findings = findings
    source = RowSource(
      text, header: header, kind: export.kind, findings: findings, mapping: self.mapping,
      tables: { [mapping = self.mapping] in reader.tables(of: export.kind, mapping, rows: $0) }
    ) {
      isValue($1, of: columns[$0], in: export.month, reader)
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
      findings: findings.finished(), own: own)
  }

  private mutating func readRows() throws(QuotingError) {
    let isInColumns = mapping.rules.months == .columns
    var common = LineRuns()
    var present: Set<Month> = []
    var counts: [Month: [Int: Int]] = [:]
    let (mapping, months) = (mapping, source.header.mapped?.months ?? [])
    source.onSetAside = { [unowned source] rule in
      if isInColumns {
        for (month, place) in months where place < source.current.count && !isBlankMonth(trimmed(source.current[place]))
        {
          counts[month, default: [:]][rule, default: 0] += 1
        }
      } else if rule >= mapping.mapping.drop.count, let month = source.month() {
        counts[month, default: [:]][rule, default: 0] += 1
      }
    }
    defer { source.onSetAside = nil }
    while try source.nextRecord() {
      let end = source.current.next.offset
      let isWhole = source.hasRightWidth()
      if isWhole { noteDates() }
      if isInColumns {
        common.append(from: source.recordStart, to: end)
        guard isWhole else { continue }
        for (month, place) in months where !isBlankMonth(trimmed(source.current[place])) { present.insert(month) }
      } else {
        add(isWhole ? source.month() : nil, to: end)
      }
    }
    close()
    for month in present { runs[month] = common }
    setAside = counts
  }

  private mutating func add(_ month: Month?, to end: Int) {
    if let month, current == nil {
      for row in waiting { runs[month, default: LineRuns()].append(from: row.start, to: row.end) }
      waiting = []
    }
    let start = source.recordStart
    if let run = open, month == nil || month == current, run.end == start.offset {
      open = (run.start, end, run.rows + 1)
      return
    }
    close()
    current = month ?? current
    if current == nil { waiting.append((start, end)) } else { open = (start, end, 1) }
  }

  private mutating func close() {
    if let run = open, let current {
      runs[current, default: LineRuns()].append(from: run.start, to: run.end, rows: run.rows)
    }
    open = nil
  }

  private func noteDates() {
    let rules = mapping.rules
    for index in 0..<rules.dateCount {
      let (column, place) = rules.dates[index]
      // One that was surely written day first says it for all.
      guard !source.dateOrders[column].isDayFirst else { continue }
      let cell = trimmed(source.current[place])
      guard cell.count > 5, !isYearFirst(cell) else { continue }
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

/// Whether a text begins with a year and a hyphen: whatever date it is, it tells nothing of day and month.
@inline(__always)
private func isYearFirst(_ cell: Bytes) -> Bool {
  cell[4] == UInt8(ascii: "-") && (0..<4).allSatisfy { digitValue(cell[$0]) != nil }
}

/// One note a rule: how many lines it sets aside.
func note(_ setAside: SetAside, _ findings: FileFindings, line: Int?) {
  findings.add(
    .linesSetAside, .note, line: line, rule: setAside.french,
    remedy: "rien à faire si ce nombre est celui attendu ; sinon corriger la règle")
}
