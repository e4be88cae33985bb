import CSV
import Domain

/// A `beneficiaires` export, row by row, into typed columns.
// Long: one line a column to read it, and one to keep it.
func readPaths(_ source: RowSource, _ export: Export, _ reader: AssociationReader) throws -> PathRows {
  var rows = PathRows(association: export.association, month: export.month, file: export.file)
  var keys = KeySet()
  while try source.next() {
    let beneficiary = source.identifier(PathColumn.beneficiaire_id)
    let sharedKey = source.identifier(PathColumn.cle_personne)
    let scheme = source.code(PathColumn.dispositif, reader.pathSchemes)
    let axis = source.code(PathColumn.axe, reader.axes)
    let entry = source.date(PathColumn.date_entree)
    let (exit, outcome) = readExit(source, reader, entry: entry)
    let sex = source.code(PathColumn.sexe, reader.sexes)
    let birth = readBirth(source, entry: entry)
    let rsa = readYesNo(source, .rsa, reader)
    let rqth = readYesNo(source, .rqth, reader)
    let qpv = readYesNo(source, .qpv, reader)
    let monthsUnemployed = source.integer(PathColumn.mois_chomage)
    let commune = source.code(PathColumn.commune, reader.communes)
    guard !source.isRefused, let entry else { continue }
    let number = identifier(beneficiary, in: reader.beneficiaries)
    guard
      source.isMended(source.line) || keys.insert(KeySet.Key(UInt64(number), UInt64(UInt32(bitPattern: entry.number))))
    else {
      source.refuse(
        .duplicateRow, column: PathColumn.beneficiaire_id,
        rule: "ce bénéficiaire a déjà une ligne avec cette date d'entrée ; la première est gardée",
        remedy: "supprimer la ligne en double ; un second parcours a sa propre date d'entrée")
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

/// An outcome goes with an exit, and an exit with an outcome. An exit beyond what a date can be is none.
private func readExit(_ source: RowSource, _ reader: AssociationReader, entry: Day?) -> (Day?, UInt8) {
  var faults = source.faults
  let written = source.anyDate(PathColumn.date_sortie)
  let exit = written.flatMap { source.accepted($0, PathColumn.date_sortie) }
  let hasExit = exit != nil || source.faults > faults
  faults = source.faults
  let outcome = source.code(PathColumn.sortie, reader.outcomes)
  // What stands beside a date that can be none goes with it.
  if written != nil, exit == nil { return (nil, 0) }
  let hasOutcome = outcome != 0 || source.faults > faults
  if hasExit && !hasOutcome {
    source.refuse(
      .missingOutcome, column: PathColumn.sortie, rule: "une sortie a une date mais pas de motif",
      remedy: "remplir la colonne sortie : durable, transition, positive, autre ou retrait")
  } else if hasOutcome && !hasExit {
    source.refuse(
      .outcomeWithoutDate, column: PathColumn.sortie, rule: "un motif de sortie sans date de sortie",
      remedy: "remplir date_sortie, ou vider le motif si la personne est encore là")
  }
  if let exit, let entry, exit < entry {
    source.refuse(
      .exitBeforeEntry, column: PathColumn.date_sortie, rule: "la date de sortie précède la date d'entrée",
      remedy: "vérifier les deux dates")
  }
  return (exit, UInt8(outcome))
}

/// A year of four digits, or a date; not after the entry. One that gives an age nobody has at an entry is unknown.
private func readBirth(_ source: RowSource, entry: Day?) -> Int32 {
  let cell = source.cell(PathColumn.naissance)
  guard !cell.isEmpty else { return Int32.min }
  let birth: Int32
  if let year = yearAlone(cell) {
    birth = PathRows.yearOnly - year
  } else if let day = source.anyDate(PathColumn.naissance, allowsShortYear: false) {
    birth = day.number
  } else {
    return Int32.min
  }
  guard let entry else { return birth }
  let isAfterEntry = PathRows.yearAlone(birth).map { $0 > entry.civil.year } ?? (birth > entry.number)
  if isAfterEntry {
    source.refuse(
      .birthAfterEntry, column: PathColumn.naissance, rule: "la naissance suit l'entrée",
      remedy: "vérifier la naissance et la date d'entrée")
  } else if !PathRows.likelyAges.contains(PathRows.age(birth, at: entry)) {
    source.note(
      .unlikelyAge, .warning, at: PathColumn.naissance.cellPlace,
      rule: "la naissance donne moins de 14 ans ou plus de 99 ans à l'entrée ; elle est lue comme inconnue",
      remedy: "laisser la cellule vide si la naissance n'est pas connue, sinon la corriger")
    return Int32.min
  }
  return birth
}

/// Four digits, above 0.
func yearAlone(_ cell: Bytes) -> Int32? {
  guard cell.count == 4, cell.allSatisfy({ digitValue($0) != nil }) else { return nil }
  let year = cell.reduce(0) { $0 * 10 + Int32($1 - 48) }
  return year > 0 ? year : nil
}

/// 0: unknown. A blank is a no only where the association said so, and the column is there.
private func readYesNo(_ source: RowSource, _ column: PathColumn, _ reader: AssociationReader) -> UInt8 {
  let code = source.code(column, reader.yesNo)
  guard code == 0, source.has(column), source.cell(column).isEmpty,
    reader.association.blankIsNo.contains(source.id(of: column))
  else {
    return UInt8(code)
  }
  return YesNo.non.rawValue
}
