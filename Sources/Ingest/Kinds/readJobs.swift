import CSV
import Domain

/// Places of the columns of ``ExportColumn/of(_:)``.
enum JobColumn {
  static let month = 0, job = 1, employee = 2, axis = 3, commune = 4, contract = 5, status = 6
  static let fullTimeEquivalent = 7, hours = 8, scheme = 9, sex = 10, start = 11, end = 12
}

/// An `etp` export, row by row, into typed columns.
func readJobs(
  _ source: RowSource, _ export: Export, _ reader: AssociationReader
) throws -> JobRows {
  var rows = JobRows(association: export.association, month: export.month, file: export.file)
  rows.reserveCapacity(source.expectedRows)
  var spreadsheetRows: [UInt32] = []
  spreadsheetRows.reserveCapacity(source.expectedRows)
  var jobs = IdentifierColumn(reader.jobs, expecting: source.expectedRows)
  var employees = IdentifierColumn(reader.employees, expecting: source.expectedRows)
  let defaultCommune = reader.association.commune.packed
  let hours = HoursCheck(reader.reference, month: export.month)
  while try source.next() {
    source.requireMonth(JobColumn.month, reader.months, is: export.month)
    let job = source.cell(JobColumn.job)
    if job.isEmpty { source.refuseMissing(JobColumn.job) }
    let employee = source.cell(JobColumn.employee)
    let axis = source.code(JobColumn.axis, reader.axes, isRequired: true)
    let commune = source.commune(JobColumn.commune, reader.communes)
    let contract = source.code(JobColumn.contract, reader.contracts, isRequired: true)
    let status = source.code(JobColumn.status, reader.statuses, isRequired: true)
    let scheme = source.code(JobColumn.scheme, reader.jobSchemes)
    let sex = source.code(JobColumn.sex, reader.sexes)
    let amounts = readAmounts(source)
    let (start, end) = readStay(source)
    guard !source.isRefused else { continue }
    try hours.check(source, amounts.fullTimeEquivalent, amounts.hours, scheme: UInt8(scheme))
    rows.line.append(UInt32(source.recordedLine))
    spreadsheetRows.append(UInt32(source.row))
    jobs.append(job)
    employees.append(employee)
    rows.axis.append(UInt8(axis))
    rows.commune.append(commune == 0 ? defaultCommune : commune)
    rows.contract.append(UInt8(contract))
    rows.status.append(UInt8(status))
    rows.scheme.append(UInt8(scheme))
    rows.sex.append(UInt8(sex))
    rows.fullTimeEquivalent.append(amounts.fullTimeEquivalent.map { Int32($0) } ?? -1)
    rows.hours.append(amounts.hours ?? -1)
    rows.start.append(start?.number ?? Int32.min)
    rows.end.append(end?.number ?? Int32.min)
  }
  rows.job = jobs.finish()
  rows.employee = employees.finish()
  return refuseContradictions(rows, spreadsheetRows, source, jobs: reader.jobs.count)
}

private func readAmounts(_ source: RowSource) -> (fullTimeEquivalent: Int64?, hours: Int64?) {
  let column = JobColumn.self
  let areBlank = source.cell(column.fullTimeEquivalent).isEmpty && source.cell(column.hours).isEmpty
  if areBlank {
    let isFTE = source.has(column.fullTimeEquivalent)
    source.refuse(
      "missing-value", column: isFTE ? column.fullTimeEquivalent : column.hours,
      rule: "ni ETP ni heures sur cette ligne",
      remedy: "remplir la colonne etp (de 0 à 1) ou la colonne heures (heures payées du mois)")
    return (nil, nil)
  }
  return (
    source.decimal(column.fullTimeEquivalent, 0...10_000, allowsPercent: true, expected: "de 0 à 1"),
    source.decimal(column.hours, 0...9_999_999_999_999, expected: "0 ou plus")
  )
}

private func readStay(_ source: RowSource) -> (Day?, Day?) {
  let start = source.date(JobColumn.start)
  let end = source.date(JobColumn.end)
  if let start, let end, end < start {
    source.refuse(
      "end-before-start", column: JobColumn.end, rule: "la date de fin précède la date de début",
      remedy: "vérifier les deux dates")
  }
  return (start, end)
}
