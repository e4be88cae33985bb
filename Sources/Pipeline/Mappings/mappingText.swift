import Domain
import Ingest

/// A draft of mappings/<association>.yaml: what the file's headers settle stands there, the rest is a comment for somebody to
/// confirm. It decodes as it is.
func mappingText(
  _ sketch: FileSketch, _ kind: ExportKind, fileName name: String, _ association: Association, _ programme: Programme
) -> String {
  let isSeries = monthPattern(in: name) == nil && kind != .beneficiaires
  let settled = Dictionary(
    sketch.columns.compactMap { column in column.settled.map { ($0, column) } }, uniquingKeysWith: { first, _ in first }
  )
  var lines = [
    "# \(DefinitionName.mappings)\(association.id).yaml : brouillon de bilan map. Confirmer chaque ligne ; enlever le # de celles",
    "# à garder. Essai : bilan map FICHIER --association \(association.id) --kind \(kind.id)", "\(kind.id):",
  ]
  lines += fileLines(name, kind)
  if isSeries, kind == .etp || kind == .reunions { lines += monthLines(sketch, kind, settled) }
  if sketch.ignoresQuotes { lines.append("  quotes: none") }
  lines += [
    "  # drop: [\"Sous-total\"]     débuts de lignes à écarter",
    "  # keep: {EN-TÊTE: [VALEUR]}     ou known : les autres lignes sont écartées",
  ]
  lines.append(settled.isEmpty ? "  # columns:" : "  columns:")
  for column in ExportSchema.of(kind).columns {
    if let found = settled[column.id] {
      lines.append("    \(column.id): \(quoted(found.header))")
    } else {
      lines += unsettledLines(column, sketch, kind, association, programme)
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

private func fileLines(_ name: String, _ kind: ExportKind) -> [String] {
  if let pattern = monthPattern(in: name) { return ["  file: \(quoted(pattern))"] }
  let placeholders = MappedFileName.placeholders.joined(separator: ", ")
  guard kind == .beneficiaires else { return ["  file: \(quoted(name))     # un seul fichier, de tous les mois"] }
  return ["  # file: \(quoted(name))     avec le mois dans le nom : \(placeholders)"]
}

/// One file holds many months: what says which.
private func monthLines(
  _ sketch: FileSketch, _ kind: ExportKind, _ settled: [String: FileSketch.Column]
) -> [String] {
  if kind == .etp, sketch.months.count > 1 {
    return ["  months: columns     # \(sketch.months.count) en-têtes sont des mois", "  value: etp     # ou heures"]
  }
  let column = Mapping.monthColumn(of: kind) ?? ""
  return settled[column] == nil
    ? ["  months: rows     # \(column) dit le mois de chaque ligne"] : ["  months: rows"]
}

private func unsettledLines(
  _ column: ExportColumn, _ sketch: FileSketch, _ kind: ExportKind, _ association: Association, _ programme: Programme
) -> [String] {
  if kind == .etp, sketch.months.count > 1, ["mois", "etp"].contains(column.id) { return [] }
  let need = column.presence == .optional ? "facultatif" : column.presence == .oneOf ? "etp ou heures" : "obligatoire"
  let guesses = sketch.columns.filter { $0.guess?.column == column.id }
  if column.id == SourceUnit.hoursAndMinutes.column.declaration.id,
    let hours = sketch.columns.first(where: \.isHoursAndMinutes)
  {
    return ["    # \(column.id): {from: \(quoted(hours.header)), unit: \"hh:mm\"}     \(need)"]
  }
  guard let found = guesses.first, let guess = found.guess else {
    return ["    # \(column.id): \(wanted(column, association, programme))     \(need)"]
  }
  guard !guess.unknown.isEmpty || guess.hasOthers else {
    return ["    # \(column.id): \(quoted(found.header))     \(need) ; ses valeurs sont celles du contrat"]
  }
  let values =
    guess.known.map { "\(quoted($0.value)): \($0.code)" } + guess.unknown.map { "\(quoted($0)): VALEUR" }
    + (guess.hasOthers ? ["\"…\": VALEUR"] : [])
  return [
    "    # \(column.id): {from: \(quoted(found.header)), values: {\(values.joined(separator: ", "))}}     \(need)"
  ]
}

/// What may be written for a column of which nothing is known.
private func wanted(_ column: ExportColumn, _ association: Association, _ programme: Programme) -> String {
  switch column.type {
  case .axis:
    let axes = association.axes.isEmpty ? programme.axes.map(\.id) : association.axes
    return "{constant: \(axes.first ?? "AXE")}"
  case .code(let codebook): return "{constant: \(codebook.ids.first ?? "CODE")}"
  case .instance: return "{constant: \(programme.instances.first?.id ?? "INSTANCE")}"
  default: return "\"EN-TÊTE\""
  }
}

/// A file's name with what stands for its month; nil: it names none.
func monthPattern(in name: String) -> String? {
  let forms: [(pattern: Regex<Substring>, placeholder: String)] = [
    (/(?:19|20)\d\d-(?:0[1-9]|1[0-2])/, "{AAAA-MM}"), (/(?:0[1-9]|1[0-2])-(?:19|20)\d\d/, "{MM-AAAA}"),
    (/(?:19|20)\d\d(?:0[1-9]|1[0-2])/, "{AAAAMM}"), (/(?:0[1-9]|1[0-2])(?:19|20)\d\d/, "{MMAAAA}"),
  ]
  for (pattern, placeholder) in forms {
    if let match = name.firstMatch(of: pattern) {
      let text = name.replacingCharacters(in: match.range, with: placeholder)
      if MappedFileName(text)?.reading(of: name).isThis == true { return text }
    }
  }
  return nil
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
