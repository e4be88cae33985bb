import CSV
import Domain

/// Rows and cells of a file that is read through a mapping.
extension RowSource {
  /// A cell that the mapping makes: of a constant, or a value that stands for another.
  func madeCell(_ column: Int) -> Bytes {
    guard let mapping else { return Bytes(start: nil, count: 0) }
    return mapping.cell(column, reader, refuse: { refuse(at: column, $0) }, blank: { noteBlank(at: column) })
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
    guard let mapping else { return false }
    guard runs == nil else { return try nextOfRuns() }
    while true {
      recordStart = reader.position
      guard try reader.next() else { return false }
      if let rule = mapping.dropped(reader) {
        setAside(rule)
        continue
      }
      if let kind = noRecords.kind(reader, isValue: isValue) {
        skip(kind)
        continue
      }
      let isRead = hasRightWidth() || isOfShortBlock()
      shortBlocks.pointee.pass(reader.row)
      guard isRead, let rule = mapping.notKept(reader) else { return true }
      setAside(rule)
    }
  }

  private func setAside(_ rule: Int) {
    mapping?.count(rule)
    onSetAside?(rule)
    shortBlocks.pointee.pass(reader.row)
  }

  /// What no rule sets aside was found before.
  private func nextOfRuns() throws(QuotingError) -> Bool {
    guard let runs = runs?.runs else { return false }
    while true {
      if run.pointee >= 0, reader.position.offset < Int(runs[run.pointee].end), try reader.next() {
        _ = hasRightWidth() || isOfShortBlock()
        return true
      }
      run.pointee += 1
      guard run.pointee < runs.count else { return false }
      let next = runs[run.pointee]
      reader.move(to: (Int(next.offset), Int(next.line), Int(next.row)))
    }
  }

  /// Whether the record is a row of the month that is read: of another it is set aside; a blank cell under a month is no row.
  private func isOfMonth() -> Bool {
    guard let mapping else { return true }
    switch mapping.mapping.months {
    case .file: return true
    case .columns:
      guard hasRightWidth(), let place = header.mapped?.place(of: mapping.month) else { return true }
      return !isBlankMonth(trimmed(reader[place]))
    case .rows:
      guard runs == nil, hasRightWidth(), let month = mapping.month(of: reader), month != mapping.month else {
        return true
      }
      mapping.count(mapping.otherMonth)
      return false
    }
  }

  /// The month of the row, where a cell says it.
  func requireMappedMonth(_ column: some ContractColumn, _ mapping: RowMapping, is month: Month) {
    guard mapping.mapping.months != .columns else { return }
    let isNamed = mapping.mapping.columns[id(of: column)] != nil || mapping.mapping.months == .rows
    guard isNamed || has(column) else { return }
    do throws(InvalidValue) {
      let cell = cell(column)
      guard !cell.isEmpty else { return isNamed ? refuseMissing(column) : () }
      let (found, note) = try mapping.monthCell(cell, reader)
      if let note { self.note(note, at: column.cellPlace) }
      if found != month { refuseOtherMonth(column, found, month) }
    } catch {
      // A header that looks like a month's and that the mapping does not name: the file's name says the month.
      if isNamed { refuse(column, error) }
    }
  }
}

/// Whether a cell under a month says that nobody was there: blank, or one of the signs for it.
func isBlankMonth(_ cell: Bytes) -> Bool { cell.isEmpty || UnknownWord.isSign(cell) }
