import CSV
import Domain

/// Rows and cells of a file that is read through a mapping.
extension RowSource {
  /// A cell that the mapping makes: of a constant, or a value that stands for another. What cannot be translated is told of once a
  /// row.
  func madeCell(_ column: Int) -> Bytes {
    guard let mapping else { return Bytes(start: nil, count: 0) }
    switch mapping.cell(column, current) {
    case .text(let text): return text
    case .unknown:
      counts.pointee.reports += 1
      if mapping.isFirst(column, current, isRefused: false) { noteBlank(at: column) }
    case .unmapped(let cell):
      counts.pointee.reports += 1
      if mapping.isFirst(column, current, isRefused: true) { refuse(at: column, mapping.unmapped(cell, column)) }
    }
    return Bytes(start: nil, count: 0)
  }

  /// The next row of the file's month, of the right width.
  func nextMapped() throws(QuotingError) -> Bool {
    unmend()
    while try nextRecord() {
      guard isOfMonth() else { continue }
      counts.pointee.rows += 1
      if hasRightWidth() {
        if isMending { mend() }
        return true
      }
      refuseWidth()
      endRow()
    }
    noteSkipped()
    return false
  }

  /// The next record that no rule sets aside; filled up where its block is short. What is left as it is too narrow, or too wide.
  func nextRecord() throws(QuotingError) -> Bool {
    guard let rules else { return false }
    if isOfRuns { return try nextOfRuns() }
    while true {
      counts.pointee.recordStart = current.next
      guard try reader.next() else { return false }
      if rules.mayDrop(current), let rule = mapping?.dropped(current) {
        setAside(rule)
        continue
      }
      if let kind = noRecords.kind(current, isValue: isValue) {
        skip(kind)
        continue
      }
      let isRead = hasRightWidth() || isOfShortBlock()
      shortBlocks.pointee.pass(current.row)
      guard isRead, let rule = notKept(rules) else { return true }
      setAside(rule)
    }
  }

  private func setAside(_ rule: Int) {
    mapping?.count(rule)
    onSetAside?(rule)
    shortBlocks.pointee.pass(current.row)
  }

  /// What no rule sets aside was found before.
  private func nextOfRuns() throws(QuotingError) -> Bool {
    while true {
      if current.next.offset < counts.pointee.runEnd, try reader.next() {
        _ = hasRightWidth() || isOfShortBlock()
        return true
      }
      guard let runs = runs?.runs else { return false }
      run.pointee += 1
      guard run.pointee < runs.count else { return false }
      let next = runs[run.pointee]
      counts.pointee.runEnd = Int(next.end)
      reader.move(to: (Int(next.offset), Int(next.line), Int(next.row)))
    }
  }

  /// Whether the record is a row of the month that is read: of another it is set aside; a blank cell under a month is no row.
  private func isOfMonth() -> Bool {
    guard let rules else { return true }
    switch rules.months {
    case .file: return true
    case .columns:
      guard rules.monthCell >= 0, hasRightWidth() else { return true }
      return !isBlankMonth(trimmed(current[rules.monthCell]))
    case .rows:
      guard !isOfRuns, hasRightWidth(), let mapping, let month = month(), month != mapping.month else { return true }
      mapping.count(mapping.otherMonth)
      return false
    }
  }

  /// The month that a row says it is of, of which nothing is told; nil: none that can be read.
  func month() -> Month? {
    guard let words = rules?.monthWords(current) else { return mapping?.month(of: current) }
    let table = known[schemaCount]
    if let known = table.value(of: words) {
      return known == ReadingTable.blank ? nil : Month(index: Int32(truncatingIfNeeded: known))
    }
    let month = mapping?.month(of: current)
    table.keep(month.map { Int64($0.index) } ?? ReadingTable.blank, of: words)
    return month
  }

  /// The rule of ``Mapping/keep`` that a row does not meet, counted behind those of drop.
  private func notKept(_ rules: RowRules) -> Int? {
    for condition in 0..<rules.conditions {
      let place = rules.keepPlaces[condition]
      let words = place < current.count ? current.words(place) : nil
      let table = known[schemaCount + 1 + condition]
      if let words, let known = table.value(of: words) {
        if known != 0 { continue }
        return rules.drops + condition
      }
      let holds = mapping?.holds(condition, current) ?? true
      if let words { table.keep(holds ? 1 : 0, of: words) }
      if !holds { return rules.drops + condition }
    }
    return nil
  }

  /// The month of the row, where a cell says it; nil: none, and what is to be said of it is.
  func mappedMonth(_ column: some ContractColumn, _ mapping: RowMapping) -> Month? {
    do throws(InvalidValue) {
      let cell = cell(column)
      guard !cell.isEmpty else {
        if mapping.rules.isMonthNamed { refuseMissing(column) }
        return nil
      }
      let (found, note) = try mapping.monthCell(cell, current)
      if let note { self.note(note, at: column.cellPlace) }
      return found
    } catch {
      // A header that looks like a month's and that the mapping does not name: the file's name says the month.
      if mapping.rules.isMonthNamed { refuse(column, error) }
      return nil
    }
  }
}

/// Whether a cell under a month says that nobody was there: blank, or one of the signs for it.
func isBlankMonth(_ cell: Bytes) -> Bool { cell.isEmpty || UnknownWord.isSign(cell) }
