import Domain

/// Refuses rows whose job number is another spelling of one that an earlier file of the association has and this one has not:
/// `001` in April, `1` in May. Read as a new job, it would be created twice.
///
/// `alsoHeld`: numbers of this file that stand in refused rows alone.
func refuseRenumbered(
  _ rows: JobRows, _ spreadsheetRows: inout [UInt32], _ source: RowSource, _ reader: AssociationReader,
  alsoHeld: Set<UInt32>
) -> JobRows {
  let known = reader.knownJobs
  guard known.settle() else { return rows }
  // Nearly all numbers of a later month are those of the months before.
  let new = Set(rows.job.filter { !known.has($0) })
  guard !new.isEmpty else { return rows }
  let held = Set(rows.job).union(alsoHeld)
  var renumbered: [UInt32: UInt32] = [:]
  for job in new { renumbered[job] = known.otherSpellings(of: job).first { !held.contains($0) } }
  guard !renumbered.isEmpty else { return rows }
  var kept: [Int] = []
  var rows = rows
  for row in 0..<rows.count {
    guard let earlier = renumbered[rows.job[row]] else {
      kept.append(row)
      continue
    }
    if source.isMended(Int(rows.line[row])) {
      rows.job[row] = earlier
      kept.append(row)
    } else {
      refuse(row, of: rows, spreadsheetRows, source)
    }
  }
  spreadsheetRows = kept.map { spreadsheetRows[$0] }
  return rows.keeping(kept)
}

private func refuse(_ row: Int, of rows: JobRows, _ spreadsheetRows: [UInt32], _ source: RowSource) {
  let column = source.place(of: JobColumn.poste_id.place)
  source.findings.add(
    .renumberedJob, .row, line: Int(rows.line[row]), row: Int(spreadsheetRows[row]), column: column,
    header: source.name(of: JobColumn.poste_id.place),
    rule:
      "ce numéro de poste s'écrit autrement dans les fichiers des mois précédents (zéros, tirets, majuscules) : le poste serait compté deux fois",
    remedy:
      "écrire le numéro comme dans les mois précédents, zéros compris (colonne au format Texte avant d'enregistrer)")
  source.renumberedLines.append(Int(rows.line[row]))
  source.refuseLater(1)
}
