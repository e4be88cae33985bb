import Domain

/// The accepted rows of an export as the archive keeps them: canonical headers and values, identifiers as pseudonyms, and
/// the line each row had in the raw file. `ingest` reads it back into the same rows.
///
/// What the programme decides about blanks (the commune, yes/no) is decided here: read again, a blank is a blank.
func archiveText(_ rows: ReadFile.Rows, _ reader: AssociationReader, _ pseudonyms: Pseudonyms) -> [UInt8] {
  switch rows {
  case .jobs(let rows): return archive(rows, reader, pseudonyms)
  case .paths(let rows): return archive(rows, reader, pseudonyms)
  case .meetings(let rows): return archive(rows, reader)
  }
}

private func archive(_ rows: JobRows, _ reader: AssociationReader, _ pseudonyms: Pseudonyms) -> [UInt8] {
  var table = ArchiveTable(.etp)
  table.reserveRows(rows.count)
  let month = Array(rows.month.description.utf8)
  let axes = numbered(reader.programme.axes.map(\.id))
  let (contracts, statuses) = (ids(Contract.self), ids(JobStatus.self))
  let (schemes, sexes) = (ids(Scheme.self), ids(Sex.self))
  var communes = CommuneTexts()
  for row in 0..<rows.count {
    table.number(Int(rows.line[row]))
    table.plain(month)
    table.plain(pseudonyms.jobs[rows.job[row]])
    table.plain(pseudonyms.employees[rows.employee[row]])
    table.plain(axes[Int(rows.axis[row])])
    table.plain(communes.text(rows.commune[row]))
    table.plain(contracts[Int(rows.contract[row])])
    table.plain(statuses[Int(rows.status[row])])
    table.decimal(Int64(rows.fullTimeEquivalent[row]))
    table.decimal(rows.hours[row])
    table.plain(schemes[Int(rows.scheme[row])])
    table.plain(sexes[Int(rows.sex[row])])
    table.day(rows.start[row])
    table.day(rows.end[row])
    table.endRow()
  }
  return table.bytes
}

private func archive(_ rows: PathRows, _ reader: AssociationReader, _ pseudonyms: Pseudonyms) -> [UInt8] {
  var table = ArchiveTable(.beneficiaires)
  table.reserveRows(rows.count)
  let axes = numbered(reader.programme.axes.map(\.id))
  let (schemes, outcomes, sexes, yesNo) = (ids(Scheme.self), ids(Outcome.self), ids(Sex.self), ids(YesNo.self))
  var communes = CommuneTexts()
  for row in 0..<rows.count {
    table.number(Int(rows.line[row]))
    table.plain(pseudonyms.beneficiaries[rows.beneficiary[row]])
    table.plain(pseudonyms.sharedKeys[rows.sharedKey[row]])
    table.plain(schemes[Int(rows.scheme[row])])
    table.plain(axes[Int(rows.axis[row])])
    table.day(rows.entry[row])
    table.day(rows.exit[row])
    table.plain(outcomes[Int(rows.outcome[row])])
    table.plain(sexes[Int(rows.sex[row])])
    if let year = PathRows.yearAlone(rows.birth[row]) { table.year(year) } else { table.day(rows.birth[row]) }
    table.plain(yesNo[Int(rows.rsa[row])])
    table.plain(yesNo[Int(rows.rqth[row])])
    table.plain(yesNo[Int(rows.qpv[row])])
    if rows.monthsUnemployed[row] < 0 { table.blank() } else { table.number(Int(rows.monthsUnemployed[row])) }
    table.plain(communes.text(rows.commune[row]))
    table.endRow()
  }
  return table.bytes
}

private func archive(_ rows: MeetingRows, _ reader: AssociationReader) -> [UInt8] {
  var table = ArchiveTable(.reunions)
  let axes = reader.programme.axes.map { quoted($0.id) }
  let instances = reader.programme.instances.map { quoted($0.id) }
  for row in rows.rows {
    table.number(row.line)
    table.day(row.day.number)
    table.plain(instances[row.instance])
    table.plain(row.axis.map { axes[$0] } ?? [])
    table.plain(Array(row.state.id.utf8))
    let members = (row.members ?? []).sorted().map { reader.programme.associations[$0].id }
    table.plain(quoted(members.joined(separator: "|")))
    if let count = row.participants { table.number(count) } else { table.blank() }
    if let count = row.partners { table.number(count) } else { table.blank() }
    table.endRow()
  }
  return table.bytes
}

/// Blank for 0, the first id for 1.
private func numbered(_ ids: [String]) -> [[UInt8]] { [[]] + ids.map(quoted) }

private func ids<C: Code>(_ type: C.Type) -> [[UInt8]] {
  var ids = [[UInt8]](repeating: [], count: 1 + Int(C.allCases.map(\.rawValue).max() ?? 0))
  for code in C.allCases { ids[Int(code.rawValue)] = Array(code.id.utf8) }
  return ids
}

private struct CommuneTexts {
  private var known: [UInt32: [UInt8]] = [0: []]
  mutating func text(_ packed: UInt32) -> [UInt8] {
    if let text = known[packed] { return text }
    let text = Array(CommuneCode(packed: packed).description.utf8)
    known[packed] = text
    return text
  }
}
