import CSV
import Domain

/// The findings of a file that cannot be read, or of its header.

func describeCut(_ bytes: Bytes, _ findings: FileFindings) {
  findings.add(
    .cutShort, .file, line: physicalLine(of: max(bytes.count - 1, 0), in: bytes),
    rule:
      "la dernière ligne n'a pas de fin de ligne, à la différence des autres fichiers de l'association : l'envoi a sans doute été coupé",
    remedy: "déposer à nouveau le fichier entier ; s'il est complet, ajouter une fin de ligne après la dernière cellule"
  )
}

/// The encoding, of those nobody can tell by their bytes, under which the file has its headers: where it has none as it is.
func otherEncoding(
  of bytes: Bytes, _ kind: ExportKind, _ association: Association, _ mapping: Mapping? = nil
) -> TextEncoding? {
  guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]), !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF])
  else { return nil }
  let search = HeaderSearch(kind: kind, association: association, mapping: mapping)
  let found = [TextEncoding.macRoman, .codePage850].filter { encoding in
    guard encoding != association.encoding else { return false }
    var isAssumed = false
    guard case .translated(let text)? = try? decodeText(bytes, declared: encoding, assumed: &isAssumed) else {
      return false
    }
    return text.withUnsafeBufferPointer { (try? search.find(in: $0)) != nil }
  }
  // Headers without accents are there under both: nothing is told.
  return found.count == 1 ? found[0] : nil
}

private func describe(_ other: TextEncoding, to findings: FileFindings) {
  let origin = other == .macRoman ? "Excel pour Mac" : "un logiciel DOS"
  findings.add(
    .undeclaredEncoding, .file, line: 1,
    rule:
      "les accents des en-têtes ne se lisent qu'en \(other.rawValue) (\(origin)), et cet encodage n'est pas déclaré",
    remedy:
      "enregistrer en « CSV UTF-8 » ; ou demander que cet encodage soit déclaré (programme.yaml, encoding: \(other.rawValue))"
  )
}

func describe(
  _ failure: HeaderSearch.Failure, to findings: FileFindings, other: TextEncoding?, mapping: Mapping? = nil
) {
  switch failure {
  case .missing(let columns, let line, let row, let months):
    if let other { return describe(other, to: findings) }
    if let mapping { return describeMissing(columns, line, row, mapping, findings) }
    if months >= 2 { return describeMonths(columns, line, row, months, findings) }
    findings.add(
      .missingColumn, .file, line: line, row: row,
      rule: "colonne(s) obligatoire(s) introuvable(s) : \(columns.joined(separator: ", "))",
      remedy:
        "donner ces noms aux colonnes qui les contiennent (sur une seule ligne d'en-têtes), ou les ajouter ; voir le modèle vide"
    )
  case .twice(let column, let places, let line, let row):
    let named = places.map { "« \($0.name) » (colonne \(Finding.letters(of: $0.place)))" }
    findings.add(
      .duplicateColumn, .file, line: line, row: row, column: places.last?.place, header: places.last?.name,
      rule: "plusieurs colonnes sont lues comme \(column) : \(named.joined(separator: " et "))",
      remedy:
        "renommer ou retirer celle qui n'est pas \(column) ; ou demander que la bonne soit déclarée (programme.yaml, columns)"
    )
  case .empty:
    findings.add(
      .emptyFile, .file, line: 1, rule: "le fichier est vide",
      remedy: "envoyer au moins la ligne d'en-têtes : seule, elle veut dire « rien ce mois-ci »")
  case .tooLarge(let error): error.describe(to: findings)
  }
}

private func describeMissing(
  _ headers: [String], _ line: Int, _ row: Int, _ mapping: Mapping, _ findings: FileFindings
) {
  findings.add(
    .missingColumn, .file, line: line, row: row,
    rule: "en-tête(s) que la correspondance attend, introuvable(s) : \(headers.joined(separator: ", "))",
    remedy:
      "rendre ces en-têtes au fichier (sur une seule ligne) ; ou demander que la correspondance soit corrigée (\(mapping.definition))"
  )
}

private func describeMonths(_ columns: [String], _ line: Int, _ row: Int, _ months: Int, _ findings: FileFindings) {
  findings.add(
    .monthsAsColumns, .file, line: line, row: row,
    rule:
      "\(months) mois sont en colonnes : un fichier porte un seul mois, une ligne par poste et salarié (manque : \(columns.joined(separator: ", ")))",
    remedy: "faire un fichier par mois, avec une colonne mois et une seule colonne de valeurs ; voir le modèle vide")
}

func describe(_ header: Header, to findings: FileFindings) {
  let titles = header.titles.count
  if titles > 0 {
    findings.add(
      .titleLines, .note, line: header.line, row: header.row,
      rule: titles == 1
        ? "1 ligne de titre au-dessus des en-têtes, ignorée"
        : "\(titles) lignes de titre au-dessus des en-têtes, ignorées",
      remedy: "rien à faire")
  }
  let unknown = header.unknownNames()
  if !unknown.isEmpty {
    findings.add(
      .unknownColumn, .note, line: header.line, row: header.row,
      rule: "colonne(s) hors contrat, non lue(s) : " + unknown.prefix(20).joined(separator: ", ")
        + (unknown.count > 20 ? "… (\(unknown.count) en tout)" : ""),
      remedy: "rien à faire ; mieux vaut ne pas envoyer de colonnes nominatives")
  }
}

extension TextFault {
  func describe(to findings: FileFindings, other: TextEncoding?) {
    let saveAgain = "dans le tableur, Enregistrer sous… « CSV UTF-8 (délimité par des virgules ou points-virgules) »"
    switch cause {
    case .invalidUTF8:
      findings.add(
        .invalidEncoding, .file, line: line, rule: "le texte n'est pas de l'UTF-8 valide", remedy: saveAgain)
    case .invalidUTF16:
      findings.add(
        .invalidEncoding, .file, line: line, rule: "le texte n'est pas de l'UTF-16 valide (fichier coupé ?)",
        remedy: saveAgain)
    case .undefinedByte(let encoding):
      if let other { return Ingest.describe(other, to: findings) }
      findings.add(
        .invalidEncoding, .file, line: line,
        rule:
          "un caractère ne se lit pas en \(encoding.rawValue), l'encodage \(encoding == .windows1252 ? "supposé ou " : "")déclaré",
        remedy: saveAgain)
    case .nul:
      findings.add(
        .nulByte, .file, line: line, rule: "le fichier contient un octet nul : ce n'est pas du texte, ou il est abîmé",
        remedy: saveAgain)
    case .doubleEncoding:
      findings.add(
        .doubleEncoding, .file, line: line, rule: "les accents ont été encodés deux fois (é devenu deux caractères)",
        remedy: "repartir du fichier d'origine et l'enregistrer une seule fois en « CSV UTF-8 »")
    case .tooLong:
      findings.add(
        .fileTooLarge, .file, rule: "le texte dépasse \(CSVLimits.textBytes >> 20) Mo une fois en UTF-8",
        remedy: "vérifier que c'est bien l'export d'un seul mois")
    }
  }
}

extension QuotingError {
  func describe(to findings: FileFindings) {
    switch cause {
    case .strayQuote:
      findings.add(
        .strayQuote, .file, line: line, rule: "guillemet mal placé",
        remedy: "entourer toute la cellule de guillemets et doubler ceux du texte (\"\"), ou les supprimer")
    case .openQuote:
      findings.add(
        .openQuote, .file, line: line, rule: "guillemet ouvert et jamais refermé avant la fin du fichier",
        remedy: "refermer le guillemet, ou le supprimer")
    case .fieldTooLong:
      findings.add(
        .fieldTooLong, .file, line: line, rule: "une cellule dépasse un mégaoctet",
        remedy: "chercher un guillemet oublié ; raccourcir la cellule")
    case .tooManyFields:
      findings.add(
        .tooManyFields, .file, line: line, rule: "une ligne dépasse \(CSVLimits.fields) cellules",
        remedy: "vérifier le séparateur et supprimer les colonnes vides")
    case .recordTooLong:
      findings.add(
        .recordTooLong, .file, line: line, rule: "une ligne dépasse \(CSVLimits.recordBytes >> 20) mégaoctets",
        remedy: "chercher un guillemet oublié ; raccourcir les cellules")
    case .tooManyRows:
      findings.add(
        .tooManyRows, .file, line: line,
        rule: "le fichier dépasse \(grouped(CSVLimits.rows)) lignes, lignes vides comprises",
        remedy: "vérifier que c'est bien l'export d'un seul mois, et supprimer les lignes vides à la fin")
    }
  }
}
