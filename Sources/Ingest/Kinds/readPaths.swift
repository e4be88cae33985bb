import CSV
import Domain

/// Places of the columns of ``ExportColumn/of(_:)``.
enum PathColumn {
  static let beneficiary = 0, sharedKey = 1, scheme = 2, axis = 3, entry = 4, exit = 5, outcome = 6, sex = 7
  static let birth = 8, rsa = 9, rqth = 10, qpv = 11, monthsUnemployed = 12, commune = 13
}

/// A `beneficiaires` export, row by row, into typed columns.
func readPaths(_ source: RowSource, _ export: Export, _ reader: AssociationReader) throws -> PathRows {
  var rows = PathRows(association: export.association, month: export.month, file: export.file)
  var keys = KeySet()
  while try source.next() {
    let beneficiary = source.cell(PathColumn.beneficiary)
    if beneficiary.isEmpty { source.refuseMissing(PathColumn.beneficiary) }
    let sharedKey = source.cell(PathColumn.sharedKey)
    let scheme = source.code(PathColumn.scheme, reader.pathSchemes, isRequired: true)
    let axis = source.code(PathColumn.axis, reader.axes, isRequired: true)
    let entry = source.date(PathColumn.entry, isRequired: true)
    let (exit, outcome) = readExit(source, reader, entry: entry)
    let sex = source.code(PathColumn.sex, reader.sexes)
    let birth = readBirth(source, entry: entry)
    let rsa = readYesNo(source, PathColumn.rsa, "rsa", reader)
    let rqth = readYesNo(source, PathColumn.rqth, "rqth", reader)
    let qpv = readYesNo(source, PathColumn.qpv, "qpv", reader)
    let monthsUnemployed = source.integer(PathColumn.monthsUnemployed)
    let commune = source.commune(PathColumn.commune, reader.communes)
    guard !source.isRefused, let entry else { continue }
    let number = identifier(beneficiary, in: reader.beneficiaries)
    guard keys.insert(UInt64(number) << 32 | UInt64(UInt32(bitPattern: entry.number))) else {
      source.refuse(
        "duplicate-row", column: PathColumn.beneficiary,
        rule: "ce bénéficiaire a déjà une ligne avec cette date d'entrée ; la première est gardée",
        remedy: "supprimer la ligne en double, ou réunir les deux")
      continue
    }
    rows.line.append(UInt32(source.recordedLine))
    rows.beneficiary.append(number)
    rows.sharedKey.append(sharedKey.isEmpty ? 0 : identifier(sharedKey, in: reader.sharedKeys))
    rows.scheme.append(UInt8(scheme))
    rows.axis.append(UInt8(axis))
    rows.entry.append(entry.number)
    rows.exit.append(exit?.number ?? Int32.min)
    rows.outcome.append(outcome)
    rows.sex.append(UInt8(sex))
    rows.birth.append(birth)
    rows.rsa.append(rsa)
    rows.rqth.append(rqth)
    rows.qpv.append(qpv)
    rows.monthsUnemployed.append(monthsUnemployed.map { Int32($0) } ?? -1)
    rows.commune.append(commune)
  }
  return rows
}

/// An outcome goes with an exit, and an exit with an outcome.
private func readExit(_ source: RowSource, _ reader: AssociationReader, entry: Day?) -> (Day?, UInt8) {
  let exit = source.date(PathColumn.exit)
  let outcome = source.code(PathColumn.outcome, reader.outcomes)
  let hasExit = !source.cell(PathColumn.exit).isEmpty
  let hasOutcome = !source.cell(PathColumn.outcome).isEmpty
  if hasExit && !hasOutcome {
    source.refuse(
      "missing-outcome", column: PathColumn.outcome, rule: "une sortie a une date mais pas de motif",
      remedy: "remplir la colonne sortie : durable, transition, positive, autre ou retrait")
  } else if hasOutcome && !hasExit {
    source.refuse(
      "outcome-without-date", column: PathColumn.outcome, rule: "un motif de sortie sans date de sortie",
      remedy: "remplir date_sortie, ou vider le motif si la personne est encore là")
  }
  if let exit, let entry, exit < entry {
    source.refuse(
      "exit-before-entry", column: PathColumn.exit, rule: "la date de sortie précède la date d'entrée",
      remedy: "vérifier les deux dates")
  }
  return (exit, UInt8(outcome))
}

/// A year of four digits, or a date; not after the entry.
private func readBirth(_ source: RowSource, entry: Day?) -> Int32 {
  let cell = source.cell(PathColumn.birth)
  guard !cell.isEmpty else { return Int32.min }
  let isAfterEntry: Bool
  let birth: Int32
  if let year = yearAlone(cell) {
    birth = PathRows.yearOnly - year
    isAfterEntry = entry.map { Int(year) > $0.civil.year } ?? false
  } else {
    guard let day = source.date(PathColumn.birth, allowsShortYear: false) else { return Int32.min }
    birth = day.number
    isAfterEntry = entry.map { day > $0 } ?? false
  }
  if isAfterEntry {
    source.refuse(
      "birth-after-entry", column: PathColumn.birth, rule: "la naissance suit l'entrée",
      remedy: "vérifier l'année de naissance et la date d'entrée")
  }
  return birth
}

/// Four digits, above 0.
private func yearAlone(_ cell: Bytes) -> Int32? {
  guard cell.count == 4, cell.allSatisfy({ digitValue($0) != nil }) else { return nil }
  let year = cell.reduce(0) { $0 * 10 + Int32($1 - 48) }
  return year > 0 ? year : nil
}

/// 0: unknown. A blank is a no only where the association said so, and the column is there.
private func readYesNo(_ source: RowSource, _ column: Int, _ id: String, _ reader: AssociationReader) -> UInt8 {
  let code = source.code(column, reader.yesNo)
  guard code == 0, source.has(column), source.cell(column).isEmpty, reader.association.blankIsNo.contains(id) else {
    return UInt8(code)
  }
  return YesNo.non.rawValue
}
