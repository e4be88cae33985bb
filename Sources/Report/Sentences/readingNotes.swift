import Domain

/// What stands under a section's table: how its first row reads, who is counted and who is missing, where it comes from.
func readingNotes(_ section: FunderSection, in report: FunderReport) -> [String] {
  [readingNote(section, in: report), scopeNote(section, in: report), sourceNote(section, in: report)].compactMap { $0 }
}

/// `Commentaire (Emplois créés, axe Mobilité) : …`
func commentNote(_ figure: FunderFigure) -> String? {
  figure.comment.map { "Commentaire (\(figure.name), \(figure.period)) : \($0.text.fr)" }
}

/// `Lecture : pour « Mobilité », six emplois créés depuis juillet 2021 ; un emploi en cours de création en mai 2022.`
private func readingNote(_ section: FunderSection, in report: FunderReport) -> String? {
  let isKnown = { (id: String) in section.columns.contains { $0.cells[id]?.value != nil } }
  guard let id = section.members.first(where: isKnown) ?? section.members.first else { return nil }
  let figures = section.columns.compactMap { $0.cells[id] }
  let told = figures.filter { $0.value != nil }.isEmpty ? figures : figures.filter { $0.value != nil }
  let clauses = told.prefix(2).map { figure in
    let words = FigureSentence(figure, in: report.month)
    return words.levelWithoutPlace + words.firmness
  }
  guard !clauses.isEmpty else { return nil }
  let name = memberName(id, of: section.dimension, in: report.programme)
  return "Lecture : pour « \(name) », \(clauses.joined(separator: " ; "))."
}

/// Who is counted, and who is missing among them.
private func scopeNote(_ section: FunderSection, in report: FunderReport) -> String? {
  let totals = section.columns.map(\.total)
  let catalogue = report.month.definitions.catalogue
  let kinds = totals.reduce(into: Set<ExportKind>()) { $0.formUnion(catalogue.kinds(of: $1.indicator.term)) }
  let asked = totals.compactMap(\.released?.figure).map(\.associations).max() ?? 0
  var parts: [String] = []
  if kinds.isEmpty {
    parts.append("ensemble des postes salariés, d'après les données de référence")
  } else {
    let whom = ExportKind.allCases.filter(kinds.contains).flatMap(\.scope)
    parts.append(
      "\(French.list(whom)) \(asked == 1 ? "de l'association qui les déclare" : asked == 0 ? "des associations qui les déclarent" : "des \(asked) associations qui les déclarent")"
    )
  }
  let untracked = report.programme.instances.filter { !$0.isTracked(in: report.month.month) }.map(\.label.fr)
  if section.dimension == .instance, !untracked.isEmpty { parts.append("non suivi : \(French.list(untracked))") }
  parts += lateStarts(section, in: report)
  if section.columns.contains(where: \.overlaps) {
    parts.append("qui est dans plusieurs lignes compte une fois dans l'ensemble")
  }
  let missing = incompleteNames(totals, in: report)
  if !missing.isEmpty { parts.append("fichiers manquants ou incomplets : \(missing)") }
  return "Champ : \(parts.joined(separator: " ; "))."
}

/// `Comité technique : suivi depuis mars 2022`
private func lateStarts(_ section: FunderSection, in report: FunderReport) -> [String] {
  guard section.dimension == .instance else { return [] }
  return report.programme.instances.compactMap { instance in
    guard let first = instance.trackedFrom, first > report.programme.start, first <= report.month.month else {
      return nil
    }
    return "\(instance.label.fr) : suivi depuis \(first.french)"
  }
}

/// Names of the associations of which something is lacking; at most three, and how many more.
func incompleteNames(_ figures: [FunderFigure], in report: FunderReport) -> String {
  let associations = report.programme.associations
  let lacking = Set(figures.compactMap(\.released?.figure).flatMap(\.incomplete)).sorted()
  return namedBriefly(lacking.filter(associations.indices.contains).map { associations[$0].label })
}

/// `A, B et C`; `A, B, C et 9 autres`
func namedBriefly(_ names: [String]) -> String {
  names.count > 4 ? "\(names.prefix(3).joined(separator: ", ")) et \(names.count - 3) autres" : French.list(names)
}

/// Files, and the reference tables that the figures rest on.
private func sourceNote(_ section: FunderSection, in report: FunderReport) -> String? {
  let definitions = report.month.definitions
  let totals = section.columns.map(\.total)
  let kinds = totals.reduce(into: Set<ExportKind>()) {
    $0.formUnion(definitions.catalogue.kinds(of: $1.indicator.term))
  }
  var sources = ExportKind.allCases.filter(kinds.contains).map { "« \($0.frenchLabel) »" }
  sources = sources.isEmpty ? [] : ["fichiers \(French.list(sources)) remis par les associations"]
  let territories = distinct(totals.flatMap { definitions.catalogue.territories(of: $0.indicator.term) })
  sources += distinct(
    territories.compactMap { definitions.reference.vintage(of: $0, in: report.month.month)?.source })
  return sources.isEmpty ? nil : "Source : \(sources.joined(separator: " ; "))."
}

extension ExportKind {
  /// Who or what a file of the kind lists, with its article.
  fileprivate var scope: [String] {
    switch self {
    case .etp: return ["les postes", "les salariés"]
    case .beneficiaires: return ["les personnes accompagnées"]
    case .reunions: return ["les réunions"]
    }
  }
}

extension FunderSection.Column {
  /// Its members come to more than the whole: one job or person is in several.
  fileprivate var overlaps: Bool {
    guard indicator.unit.isCount, let whole = total.value else { return false }
    return whole < cells.values.compactMap(\.value).reduce(.zero, +)
  }
}
