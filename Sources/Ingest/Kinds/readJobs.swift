import CSV
import Domain

/// An `etp` export, row by row, into typed columns.
// Long: one line a column to read it, and one to keep it.
func readJobs(
  _ source: RowSource, _ export: Export, _ reader: AssociationReader
) throws -> JobRows {
  var rows = JobRows(association: export.association, month: export.month, file: export.file)
  rows.reserveCapacity(source.expectedRows)
  var spreadsheetRows: [UInt32] = []
  spreadsheetRows.reserveCapacity(source.expectedRows)
  var block = JobBlock()
  defer { block.deallocate() }
  var jobs = IdentifierColumn(reader.jobs, expecting: source.expectedRows, after: reader.lastJobs)
  var employees = IdentifierColumn(reader.employees, expecting: source.expectedRows, after: reader.lastEmployees)
  defer {
    jobs.deallocate()
    employees.deallocate()
  }
  /// Job numbers of rows that are refused: the file holds them all the same.
  var refusedJobs: Set<UInt32> = []
  let known = (jobs: reader.jobs.count, employees: reader.employees.count)
  let hours = HoursCheck(reader.reference, month: export.month)
  while try source.next() {
    source.requireMonth(JobColumn.mois, reader.months, is: export.month)
    let job = source.identifier(JobColumn.poste_id)
    let employee = source.identifier(JobColumn.salarie_id)
    let axis = source.code(JobColumn.axe, reader.axes)
    let commune = source.code(JobColumn.commune, reader.communes)
    let contract = source.code(JobColumn.contrat, reader.contracts)
    let status = source.code(JobColumn.statut, reader.statuses)
    let amounts = readAmounts(source)
    let scheme = source.code(JobColumn.dispositif, reader.jobSchemes)
    let sex = source.code(JobColumn.sexe, reader.sexes)
    let (start, end) = readStay(source)
    guard !source.isRefused else {
      if !job.isEmpty { refusedJobs.insert(identifier(job, in: reader.jobs)) }
      continue
    }
    if !reader.isDeclared(axis) { warnOfAxis(source) }
    try hours.check(source, amounts.fullTimeEquivalent, amounts.hours, scheme: UInt8(scheme))
    jobs.append(job)
    employees.append(employee)
    block.append(
      JobBlock.Row(
        line: source.recordedLine, spreadsheetRow: source.row, axis: axis, contract: contract, status: status,
        scheme: scheme, sex: sex, commune: commune == 0 ? reader.ownCommune : commune,
        fullTimeEquivalent: amounts.fullTimeEquivalent, hours: amounts.hours, start: start, end: end),
      to: &rows, &spreadsheetRows)
  }
  block.flush(to: &rows, &spreadsheetRows)
  rows.job = jobs.finish()
  rows.employee = employees.finish()
  (reader.lastJobs, reader.lastEmployees) = (rows.job, rows.employee)
  let count = rows.count
  if !export.isArchived {
    rows = refuseRenumbered(rows, &spreadsheetRows, source, reader, alsoHeld: refusedJobs)
  }
  rows = refuseContradictions(rows, &spreadsheetRows, source, jobs: reader.jobs.count)
  // Where each is new and stands once there is nothing to add up.
  if reader.jobs.count - known.jobs < count || reader.employees.count - known.employees < count {
    hours.checkTotals(rows, spreadsheetRows, source, jobs: reader.jobs.count, employees: reader.employees.count)
  }
  return rows
}

/// Once a file: an office that works on another axis than it declared should know that this was read.
private func warnOfAxis(_ source: RowSource) {
  source.note(
    .undeclaredAxis, .warning, at: JobColumn.axe.cellPlace,
    rule: "axe que l'association ne déclare pas ; la ligne est comptée",
    remedy: "vérifier l'axe ; s'il est juste, nous le dire : il sera ajouté à vos axes (programme.yaml)")
}

/// An FTE or hours: one of the two at least.
private func readAmounts(_ source: RowSource) -> (fullTimeEquivalent: Int64?, hours: Int64?) {
  let faults = source.faults
  let fullTimeEquivalent = source.decimal(JobColumn.etp)
  let hours = source.decimal(JobColumn.heures)
  if fullTimeEquivalent == nil, hours == nil, source.faults == faults {
    source.refuse(
      .missingValue, column: source.has(JobColumn.etp) ? JobColumn.etp : .heures,
      rule: "ni ETP ni heures sur cette ligne",
      remedy: "remplir la colonne etp (de 0 à 1) ou la colonne heures (heures payées du mois)")
  }
  return (fullTimeEquivalent, hours)
}

private func readStay(_ source: RowSource) -> (Day?, Day?) {
  // A file may have neither column: asked before a call.
  let start = source.has(JobColumn.date_debut) ? source.date(JobColumn.date_debut) : nil
  let end = source.has(JobColumn.date_fin) ? source.date(JobColumn.date_fin) : nil
  if let start, let end, end < start {
    source.refuse(
      .endBeforeStart, column: JobColumn.date_fin, rule: "la date de fin précède la date de début",
      remedy: "vérifier les deux dates")
  }
  return (start, end)
}
