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
}

/// One export, from its bytes to typed rows; or refused, with every finding on the way.
func readExport(_ bytes: Bytes, _ export: Export, _ reader: AssociationReader) throws -> ReadFile {
  let findings = FileFindings(export, association: reader.association)
  var isAssumed = false
  do {
    let decoded = try decodeText(bytes, declared: reader.association.encoding, assumed: &isAssumed)
    if isAssumed {
      findings.add(
        "windows-1252-assumed", .note, rule: "encodage non déclaré, lu comme du Windows-1252",
        remedy: "enregistrer en « CSV UTF-8 », ou déclarer l'encodage dans programme.yaml")
    }
    switch decoded {
    case .own(let start): return try readText(Bytes(rebasing: bytes[start...]), export, reader, findings)
    case .translated(let text):
      return try text.withUnsafeBufferPointer { try readText($0, export, reader, findings) }
    }
  } catch let fault as InvalidText {
    findings.add(fault.code, .file, line: fault.line, rule: fault.rule, remedy: fault.remedy)
    return ReadFile(findings: findings.finished())
  }
}

private func readText(
  _ text: Bytes, _ export: Export, _ reader: AssociationReader, _ findings: FileFindings
) throws -> ReadFile {
  let header: Header
  do throws(HeaderSearch.Failure) {
    header = try HeaderSearch(kind: export.kind, association: reader.association).find(in: text)
  } catch {
    error.describe(to: findings)
    return ReadFile(findings: findings.finished())
  }
  describe(header, findings)
  let source = RowSource(
    text, header: header, kind: export.kind, findings: findings, isArchived: export.isArchived)
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
  return judge(rows, source, reader.programme.rules.maxRejectedShare, findings)
}

/// More refused rows than the programme allows refuse the file.
private func judge(
  _ rows: ReadFile.Rows, _ source: RowSource, _ share: Quantity, _ findings: FileFindings
) -> ReadFile {
  let refused = source.refusedRows
  if Int64(refused) * Quantity.scale > share.tenThousandths * Int64(source.rows) {
    findings.add(
      "too-many-refused-rows", .file,
      rule: "\(refused) lignes refusées sur \(source.rows) : plus que la part admise",
      remedy: "corriger les lignes signalées, puis déposer le fichier à nouveau")
    return ReadFile(rowsRefused: refused, findings: findings.finished())
  }
  return ReadFile(
    rows: rows, rowsKept: source.rows - refused, rowsRefused: refused, findings: findings.finished())
}

private func describe(_ header: Header, _ findings: FileFindings) {
  if header.titleLines > 0 {
    findings.add(
      "title-lines", .note, line: header.line, row: header.row,
      rule: "\(header.titleLines) ligne(s) de titre au-dessus des en-têtes, ignorée(s)", remedy: "rien à faire")
  }
  let unknown = header.unknownNames()
  if !unknown.isEmpty {
    findings.add(
      "unknown-column", .note, line: header.line, row: header.row,
      rule: "colonne(s) hors contrat, non lue(s) : " + unknown.prefix(20).joined(separator: ", ")
        + (unknown.count > 20 ? "… (\(unknown.count) en tout)" : ""),
      remedy: "rien à faire ; mieux vaut ne pas envoyer de colonnes nominatives")
  }
}

extension HeaderSearch.Failure {
  fileprivate func describe(to findings: FileFindings) {
    switch self {
    case .missing(let columns, let line, let row):
      findings.add(
        "missing-column", .file, line: line, row: row,
        rule: "colonne(s) obligatoire(s) introuvable(s) : \(columns.joined(separator: ", "))",
        remedy: "mettre ces en-têtes sur une même ligne, séparés par des points-virgules ; voir le modèle vide")
    case .twice(let column, let name, let line, let row):
      findings.add(
        "duplicate-column", .file, line: line, row: row, column: column, header: name,
        rule: "cette colonne du contrat est présente deux fois", remedy: "garder une seule des deux colonnes")
    case .empty:
      findings.add(
        "empty-file", .file, line: 1, rule: "le fichier est vide",
        remedy: "envoyer au moins la ligne d'en-têtes : seule, elle veut dire « rien ce mois-ci »")
    case .tooLarge(let error): error.describe(to: findings)
    }
  }
}

extension QuotingError {
  fileprivate func describe(to findings: FileFindings) {
    switch cause {
    case .strayQuote:
      findings.add(
        "stray-quote", .file, line: line, rule: "guillemet mal placé",
        remedy: "entourer toute la cellule de guillemets et doubler ceux du texte (\"\"), ou les supprimer")
    case .openQuote:
      findings.add(
        "open-quote", .file, line: line, rule: "guillemet ouvert et jamais refermé avant la fin du fichier",
        remedy: "refermer le guillemet, ou le supprimer")
    case .fieldTooLong:
      findings.add(
        "field-too-long", .file, line: line, rule: "une cellule dépasse un mégaoctet",
        remedy: "chercher un guillemet oublié ; raccourcir la cellule")
    case .tooManyFields:
      findings.add(
        "too-many-fields", .file, line: line, rule: "une ligne dépasse \(CSVLimits.fields) cellules",
        remedy: "vérifier le séparateur et supprimer les colonnes vides")
    case .recordTooLong:
      findings.add(
        "record-too-long", .file, line: line, rule: "une ligne dépasse \(CSVLimits.recordBytes >> 20) mégaoctets",
        remedy: "chercher un guillemet oublié ; raccourcir les cellules")
    }
  }
}
