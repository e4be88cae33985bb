import Domain
import Ingest
import Pipeline

/// What `bilan map` found out. Headers and codes alone: no cell of a person.
func describe(_ trial: MappingTrial, _ kind: ExportKind) -> String {
  switch trial {
  case .noHeader(let findings):
    let causes = findings.filter { $0.severity == .file }.map { "  \($0.rule)\n    → \($0.remedy)\n" }
    guard causes.isEmpty else { return "Le fichier ne se lit pas :\n" + causes.joined() }
    return """
      Aucune des onze premières lignes n'est sûrement une ligne d'en-têtes : rien n'en est montré, ce pourrait être des personnes.
        → mettre au-dessus des colonnes une ligne qui dit ce qu'elles contiennent (Matricule, Contrat, Heures…), et relancer

      """
  case .draft(let sketch, let yaml, let written):
    return describe(sketch, kind) + "\n" + yaml + (written.map { "\nÉcrit : \($0)\n" } ?? "")
  case .tried(let reading): return describe(reading)
  }
}

private func describe(_ sketch: FileSketch, _ kind: ExportKind) -> String {
  let delimiter = sketch.delimiter == "\t" ? "tabulation" : "« \(sketch.delimiter) »"
  var text = "En-têtes : ligne \(sketch.line), séparateur \(delimiter) ; \(sketch.rows) lignes dessous.\n"
  for column in sketch.columns where !column.header.isEmpty {
    let what =
      column.settled.map { "\($0) (son nom le dit)" }
      ?? (column.isMonth ? "un mois" : column.guess.map { "\($0.column) ? (ses valeurs y ressemblent)" } ?? "")
    text += "  \(column.letter)  \(column.header)\(what.isEmpty ? "" : " : \(what)")\n"
  }
  if sketch.ignoresQuotes { text += "Un guillemet n'y est pas un guillemet : quotes: none.\n" }
  if sketch.months.count > 1 { text += "\(sketch.months.count) en-têtes sont des mois : months: columns.\n" }
  text += sketch.missing.isEmpty ? "Rien ne manque.\n" : "Manque : \(sketch.missing.joined(separator: ", ")).\n"
  return text
}

private func describe(_ reading: MappingTrial.Reading) -> String {
  let causes = reading.findings.filter { $0.severity != .note }
  var text = ""
  if reading.months.isEmpty {
    text += "Le fichier est refusé.\n"
  } else {
    text +=
      "\(monthWords(reading.months)) : \(count(reading.kept, "ligne retenue", "lignes retenues")), "
      + "\(count(reading.refused, "refusée", "refusées")).\n"
    for setAside in reading.setAside { text += "  \(setAside.french)\n" }
    if !reading.refusedMonths.isEmpty { text += "Refusé en entier : \(monthWords(reading.refusedMonths)).\n" }
  }
  for finding in causes.prefix(12) {
    var place = finding.file
    if let line = finding.line { place += ":\(line)" }
    if let letter = finding.columnLetter {
      place += ", colonne \(letter)" + (finding.header.map { " « \($0) »" } ?? "")
    }
    text += "  \(place) : \(finding.rule) [\(finding.code)]\n    → \(finding.remedy)\n"
  }
  if causes.count > 12 { text += "  … et \(causes.count - 12) autres\n" }
  return text
}

private func monthWords(_ months: [Month]) -> String {
  months.count == 1 ? months[0].french : "\(months[0].french) à \(months[months.count - 1].french)"
}

private func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number < 2 ? one : many)" }
