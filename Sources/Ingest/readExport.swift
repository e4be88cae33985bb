import CSV
import Domain

/// What became of one file.
struct ReadFile {
  enum Rows {
    case jobs(JobRows)
    case paths(PathRows)
    case meetings(MeetingRows)
  }
  /// nil: the file is refused.
  var rows: Rows?
  var rowsKept = 0
  var rowsRefused = 0
  var findings: [Finding]
  /// As ``Delivery/context``.
  var context = ""
  /// Lines of this month that its mapping sets aside.
  var setAside: [SetAside] = []
}

/// One export, from its bytes to typed rows; or refused, with every finding on the way. `opened`: its text, where it was opened
/// for another month.
func readExport(
  _ bytes: Bytes, _ export: Export, _ reader: AssociationReader, opened: DecodedText? = nil
) throws -> ReadFile {
  let findings = FileFindings(export, association: reader.association)
  switch opened ?? openText(bytes, export, reader, findings) {
  case .own(let start)?: return try readText(Bytes(rebasing: bytes[start...]), of: bytes, export, reader, findings)
  case .translated(let text)?:
    return try text.withUnsafeBufferPointer { try readText($0, of: bytes, export, reader, findings) }
  case nil: return ReadFile(findings: findings.finished())
  }
}

/// The text of a file, or why there is none.
func openText(
  _ bytes: Bytes, _ export: Export, _ reader: AssociationReader, _ findings: FileFindings
) -> DecodedText? {
  if let format = foreignFormat(bytes) {
    findings.add(.notCSV, .file, rule: format.rule, remedy: format.remedy)
    return nil
  }
  if export.isCutShort {
    describeCut(bytes, findings)
    return nil
  }
  var isAssumed = false
  do throws(TextFault) {
    let decoded = try decodeText(bytes, declared: reader.association.encoding, assumed: &isAssumed)
    // Of a file that holds many months it is told once.
    if isAssumed, export.series == nil {
      findings.add(
        .windows1252Assumed, .note, rule: "encodage non déclaré, lu comme du Windows-1252",
        remedy: "rien à faire si les accents sont justes ; mieux vaut enregistrer en « CSV UTF-8 »")
    }
    return decoded
  } catch {
    error.describe(
      to: findings, other: otherEncoding(of: bytes, export.kind, reader.association, export.mapping(reader)))
    return nil
  }
}

/// The header of a file, or why there is none.
func findHeader(
  _ text: Bytes, of bytes: Bytes, _ export: Export, _ reader: AssociationReader, _ findings: FileFindings
) -> Header? {
  let mapping = export.mapping(reader)
  do throws(HeaderSearch.Failure) {
    let header = try reader.headers.find(in: text, export.kind, reader.association, mapping)
    describe(header, to: findings)
    return header
  } catch {
    describe(
      error, to: findings, other: otherEncoding(of: bytes, export.kind, reader.association, mapping), mapping: mapping)
    return nil
  }
}

private func readText(
  _ text: Bytes, of bytes: Bytes, _ export: Export, _ reader: AssociationReader, _ findings: FileFindings
) throws -> ReadFile {
  guard var header = export.series?.header ?? findHeader(text, of: bytes, export, reader, findings),
    placeMonth(of: export, in: &header, reader, findings)
  else { return ReadFile(findings: findings.finished()) }
  let columns = ExportSchema.of(export.kind).columns
  let mapping = export.mapping(reader).map { RowMapping($0, header, export, reader) }
  let source = RowSource(
    text, header: header, kind: export.kind, findings: findings, isArchived: export.isArchived,
    mending: export.mending, mapping: mapping, runs: export.series?.runs(of: export.month),
    tables: { reader.tables(of: export.kind, mapping, rows: $0) },
    noRecords: reader.headers.noRecords(under: header, export.kind, isMapped: mapping != nil)
  ) { column, cell in isValue(cell, of: columns[column], in: export.month, reader) }
  let rows: ReadFile.Rows
  do {
    switch export.kind {
    case .etp: rows = .jobs(try readJobs(source, export, reader))
    case .beneficiaires: rows = .paths(try readPaths(source, export, reader))
    case .reunions: rows = .meetings(try readMeetings(source, export, reader))
    }
  } catch let error as QuotingError {
    error.describe(to: findings)
    return ReadFile(findings: findings.finished())
  }
  let setAside = linesSetAside(mapping, export, findings)
  var file = judge(rows, source, export, reader, findings)
  file.setAside = setAside
  if export.series != nil { file.context = "month \(export.month) \(file.context)" }
  return file
}

/// What only shows once all rows are read: dates month first, too many refused rows, a copy of another's file, no rows at all.
private func judge(
  _ rows: ReadFile.Rows, _ source: RowSource, _ export: Export, _ reader: AssociationReader, _ findings: FileFindings
) -> ReadFile {
  let refused = source.refusedRows
  func refuse() -> ReadFile { ReadFile(rowsRefused: refused, findings: findings.finished()) }
  // Of a file that holds many months it was asked over all of them.
  if export.series == nil, refuseMonthFirst(source, findings) { return refuse() }
  if refuseTooMany(source, reader.programme.rules.maxRejectedShare, export.month, findings) { return refuse() }
  if !export.twins.isEmpty, source.rows > 0 {
    findings.add(
      .sameFileTwice, .file,
      rule:
        "le même fichier, octet pour octet, est dans le dossier d'une autre association : \(export.twins.joined(separator: ", "))",
      remedy:
        "le laisser à l'association dont il est, et déposer ici le fichier de celle-ci ; d'ici là aucun des deux n'est lu"
    )
    return refuse()
  }
  if source.rows == 0, source.header.isTemplate, export.series == nil {
    findings.add(
      .templateUnfilled, .file, line: source.header.line, row: source.header.row,
      rule: "c'est le modèle vide : aucune ligne sous les en-têtes",
      remedy:
        "remplir les lignes sous les en-têtes ; s'il n'y a rien ce mois-ci, supprimer les lignes au-dessus des en-têtes"
    )
    return refuse()
  }
  warnOfEmptiness(source, export, reader, findings)
  return ReadFile(
    rows: rows, rowsKept: source.rows - refused, rowsRefused: refused, findings: findings.finished(),
    context: source.renumberedLines.isEmpty ? "" : "renumbered \(source.renumberedLines)")
}

/// Remembers how many rows the newest file of a kind has; none where the month before had some is worth a look.
private func warnOfEmptiness(
  _ source: RowSource, _ export: Export, _ reader: AssociationReader, _ findings: FileFindings
) {
  if source.rows == 0, let before = reader.newest[export.kind], before.rows > 0,
    before.month == export.month.advanced(by: -1)
  {
    findings.add(
      .suddenlyEmpty, .warning, line: source.header.line, row: source.header.row,
      rule: "aucune ligne ce mois-ci, \(before.rows) le mois précédent", remedy: "vérifier que l'export est complet")
  }
  reader.newest[export.kind] = (export.month, source.rows)
}

/// A column of dates that can only be read month first: day and month of the others would be exchanged in silence.
func refuseMonthFirst(_ source: RowSource, _ findings: FileFindings) -> Bool {
  guard let column = source.dateOrders.firstIndex(where: \.isMonthFirst),
    let place = source.dateOrders[column].firstSuspect
  else { return false }
  let dates = Set(
    source.dateOrders.indices.filter {
      switch source.schemaColumn(at: $0).type {
      case .day, .birth: true
      default: false
      }
    }.map { source.header.positions[$0] })
  findings.takeBack { $0.column.map(dates.contains) ?? false }
  let position = source.header.positions[column]
  findings.add(
    .monthFirst, .file, line: place.line, row: place.row, column: position, header: source.header.names[position],
    rule: "les dates ont le mois avant le jour (MM/JJ/AAAA) : certaines ne se lisent pas autrement",
    remedy: "exporter à nouveau avec les dates en jour/mois/année (JJ/MM/AAAA), ou en AAAA-MM-JJ")
  return true
}

/// Three refused rows at least, and more than the programme allows. Where they are of other months, that is what is said.
private func refuseTooMany(
  _ source: RowSource, _ share: Quantity, _ month: Month, _ findings: FileFindings
) -> Bool {
  func isTooMany(_ rows: Int) -> Bool {
    rows >= 3 && Int64(rows) * Quantity.scale > share.tenThousandths * Int64(source.rows)
  }
  let refused = source.refusedRows
  guard isTooMany(refused) else { return false }
  let others = source.otherMonths.values.reduce(0, +)
  if isTooMany(others) {
    findings.takeBack { $0.code == FindingCode.wrongMonth.rawValue }
    findings.add(
      .otherMonths, .file,
      rule:
        "refusé : \(others) lignes sur \(source.rows) sont d'un autre mois que \(month.french) : \(frenchMonths(source.otherMonths.keys.sorted()))",
      remedy:
        "ne garder que les lignes de \(month.french) ; les autres vont dans les fichiers de leurs mois, un fichier par mois"
    )
    return true
  }
  let main = findings.mainFault.map {
    $0.count > 1 && $0.count < refused ? " ; surtout : \($0.rule) (\($0.count) fois)" : ""
  }
  findings.add(
    .tooManyRefusedRows, .file,
    rule: "\(refused) lignes refusées sur \(source.rows) : plus que la part admise\(main ?? "")",
    remedy: "corriger les lignes signalées, puis déposer le fichier à nouveau")
  return true
}

/// `janvier à avril 2022`; where there are gaps, each: `janvier 2022, mars 2022`.
private func frenchMonths(_ months: [Month]) -> String {
  guard let first = months.first, let last = months.last, months.count > 1 else { return months.first?.french ?? "" }
  guard first.distance(to: last) == months.count - 1 else {
    return months.prefix(12).map(\.french).joined(separator: ", ") + (months.count > 12 ? "…" : "")
  }
  return first.year == last.year
    ? "\(Month.frenchNames[first.number - 1]) à \(last.french)" : "\(first.french) à \(last.french)"
}
