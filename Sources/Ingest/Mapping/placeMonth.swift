import Domain

/// Of a file with months in columns: the cells of its month are those of the column that `value` names. False: there is none, and
/// that is said.
func placeMonth(
  of export: Export, in header: inout Header, _ reader: AssociationReader, _ findings: FileFindings
) -> Bool {
  guard let mapping = export.mapping(reader), mapping.months == .columns,
    let column = ExportSchema.of(export.kind).columns.firstIndex(where: { $0.id == mapping.value })
  else { return true }
  if let place = header.mapped?.place(of: export.month) {
    header.positions[column] = place
    return true
  }
  // Between two months of a file that holds many, one may be missing: nothing this month.
  if export.series != nil { return true }
  findings.add(
    .missingColumn, .file, line: header.line, row: header.row,
    rule: "aucun en-tête n'est celui de \(export.month.french), le mois du nom du fichier",
    remedy: "vérifier que c'est le fichier de ce mois, et que l'en-tête de sa colonne est son mois")
  return false
}

/// What the mapping of a file set aside, noted rule by rule; of one month of many, what says that it is of this month.
func linesSetAside(_ mapping: RowMapping?, _ export: Export, _ findings: FileFindings) -> [SetAside] {
  guard let mapping else { return [] }
  if let series = export.series { return RowMapping.told(series.setAside[export.month] ?? [:], mapping.mapping) }
  let told = RowMapping.told(mapping.setAside, mapping.mapping)
  for setAside in told { note(setAside, findings, line: nil) }
  return told
}
