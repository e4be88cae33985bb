import Domain

/// The accepted rows of an export as the archive keeps them: canonical headers and values, identifiers as pseudonyms, and
/// the line each row had in the raw file. `ingest` reads it back into the same rows.
///
/// What the programme decides about blanks (the commune, yes/no) is decided here: read again, a blank is a blank.
func archiveText(_ rows: ReadFile.Rows, _ reader: AssociationReader, _ pseudonyms: Pseudonyms) -> [UInt8] {
  switch rows {
  case .jobs(let rows):
    return archive(.etp, rows.line, JobColumn.allCases.map { rows.archived($0, reader, pseudonyms) })
  case .paths(let rows):
    return archive(.beneficiaires, rows.line, PathColumn.allCases.map { rows.archived($0, reader, pseudonyms) })
  case .meetings(let rows):
    return archive(
      .reunions, rows.rows.map { UInt32($0.line) }, MeetingColumn.allCases.map { rows.archived($0, reader) })
  }
}

private func archive(_ kind: ExportKind, _ lines: [UInt32], _ columns: [ArchivedColumn]) -> [UInt8] {
  var table = ArchiveTable(kind)
  table.reserveRows(lines.count)
  var communes = CommuneTexts()
  for row in lines.indices {
    table.number(Int(lines[row]))
    for column in columns { column.write(row, to: &table, &communes) }
    table.endRow()
  }
  return table.bytes
}

extension JobRows {
  fileprivate func archived(_ column: JobColumn, _ reader: AssociationReader, _ pseudonyms: Pseudonyms)
    -> ArchivedColumn
  {
    switch column {
    case .mois: .same(Array(month.description.utf8))
    case .poste_id: .pseudonyms(job, pseudonyms.jobs)
    case .salarie_id: .pseudonyms(employee, pseudonyms.employees)
    case .axe: .codes(axis, numbered(reader.programme.axes.map(\.id)))
    case .commune: .communes(commune)
    case .contrat: .codes(contract, Codebook.contract.idsByCode)
    case .statut: .codes(status, Codebook.jobStatus.idsByCode)
    case .etp: .smallDecimals(fullTimeEquivalent)
    case .heures: .decimals(hours)
    case .dispositif: .codes(scheme, Codebook.jobScheme.idsByCode)
    case .sexe: .codes(sex, Codebook.sex.idsByCode)
    case .date_debut: .days(start)
    case .date_fin: .days(end)
    }
  }
}

extension PathRows {
  fileprivate func archived(_ column: PathColumn, _ reader: AssociationReader, _ pseudonyms: Pseudonyms)
    -> ArchivedColumn
  {
    switch column {
    case .beneficiaire_id: .pseudonyms(beneficiary, pseudonyms.beneficiaries)
    case .cle_personne: .pseudonyms(sharedKey, pseudonyms.sharedKeys)
    case .dispositif: .codes(scheme, Codebook.scheme.idsByCode)
    case .axe: .codes(axis, numbered(reader.programme.axes.map(\.id)))
    case .date_entree: .days(entry)
    case .date_sortie: .days(exit)
    case .sortie: .codes(outcome, Codebook.outcome.idsByCode)
    case .sexe: .codes(sex, Codebook.sex.idsByCode)
    case .naissance: .births(birth)
    case .rsa: .codes(rsa, Codebook.yesNo.idsByCode)
    case .rqth: .codes(rqth, Codebook.yesNo.idsByCode)
    case .qpv: .codes(qpv, Codebook.yesNo.idsByCode)
    case .mois_chomage: .integers(monthsUnemployed)
    case .commune: .communes(commune)
    }
  }
}

extension MeetingRows {
  fileprivate func archived(_ column: MeetingColumn, _ reader: AssociationReader) -> ArchivedColumn {
    let programme = reader.programme
    switch column {
    case .date: return .days(rows.map(\.day.number))
    case .instance: return .texts(rows.map { quoted(programme.instances[$0.instance].id) })
    case .axe: return .texts(rows.map { $0.axis.map { quoted(programme.axes[$0].id) } ?? [] })
    case .etat: return .texts(rows.map { Array($0.state.id.utf8) })
    case .membres:
      return .texts(
        rows.map { row in
          quoted((row.members ?? []).sorted().map { programme.associations[$0].id }.joined(separator: "|"))
        })
    case .participants: return .integers(rows.map { Int32($0.participants ?? -1) })
    case .partenaires: return .integers(rows.map { Int32($0.partners ?? -1) })
    }
  }
}

/// Blank for 0, the first id for 1.
private func numbered(_ ids: [String]) -> [[UInt8]] { [[]] + ids.map(quoted) }
