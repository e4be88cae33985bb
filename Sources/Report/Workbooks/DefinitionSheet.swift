import Domain

/// Définitions: what each number of the report means, down to its source.
func definitionSheet(_ report: FunderReport) -> ReportSheet {
  let heading = "Ce que disent les chiffres de ce rapport, et sur quoi ils reposent."
  return ReportSheet(
    name: FixedSheet.definitions.rawValue, title: "Définitions",
    blocks: [
      ReportBlock(lines: [heading], table: indicatorTable(report)),
      ReportBlock(heading: "Statut des chiffres", lines: [provisionalRule], table: statusTable),
      ReportBlock(
        heading: "Secret statistique", lines: confidentialityRules(report.programme) + [hiddenWords(report.figures)]),
      ReportBlock(heading: "Moyennes sur plusieurs mois", lines: [meanRule]),
      ReportBlock(
        heading: "Heures d'un équivalent temps plein", lines: [hoursRule], table: hoursTable(report.month)),
      ReportBlock(heading: "Données de référence", table: vintageTable(report.month)),
    ], colour: Palette.neutral)
}

private func indicatorTable(_ report: FunderReport) -> ReportTable {
  let words = MeasureWords(catalogue: report.month.definitions.catalogue, programme: report.programme)
  return ReportTable(
    "t_indicateurs",
    [
      .init("Indicateur", width: 30), .init("Définition", width: 56), .init("Unité", width: 12),
      .init("Calcul", width: 56), .init("Base et cible", width: 40), .init("Identifiant", width: 25),
    ],
    rows: report.indicators.map { indicator in
      [
        .text(readerText(report.label(of: indicator))), .text(readerText(indicator.definition.fr)),
        .text(indicator.unit.french), .text(readerText(words.of(indicator.term))),
        .text(benchmarkWords(indicator, in: report)), .text(indicator.id),
      ]
    })
}

/// `15 postes (mai 2022 ; Lettre n° 02)`, one after the other where there are several.
private func benchmarkWords(_ indicator: Indicator, in report: FunderReport) -> String {
  let base = benchmarkWords(indicator.baselines, of: indicator, in: report, from: "")
  let target = benchmarkWords(indicator.targets, of: indicator, in: report, from: "à partir de ")
  let words = [base.map { "Base : \($0)" }, target.map { "Cible : \($0)" }].compactMap { $0 }
  return words.isEmpty ? "–" : words.joined(separator: ". ")
}

private func benchmarkWords(
  _ benchmarks: [Benchmark], of indicator: Indicator, in report: FunderReport, from: String
) -> String? {
  guard !benchmarks.isEmpty else { return nil }
  return benchmarks.map { benchmark in
    let decimals = benchmark.value.isWhole ? 0 : max(indicator.decimals, 1)
    let place = cellLabel(benchmark.cell, in: report.programme)
    // Of its own month: a base dated May is read against January to May whatever the month of the report.
    let month = benchmark.month ?? report.month.month
    let period = benchmark.horizon.map { $0.french(month, start: report.programme.start) } ?? ""
    let scope = [place, period].filter { !$0.isEmpty }.joined(separator: ", ")
    let origin = [benchmark.month.map { from + $0.french } ?? "", benchmark.source].filter { !$0.isEmpty }
    let words = French.number(benchmark.value, decimals: decimals, unit: indicator.unit)
    return readerText("\(scope.isEmpty ? "" : scope + " : ")\(words) (\(origin.joined(separator: " ; ")))")
  }.joined(separator: " ; ")
}

private let statusTable = ReportTable(
  "t_statuts", [.init("Statut", width: 30), .init("Sens", width: 56)],
  rows: [
    ("A – définitif", "Tous les fichiers nécessaires sont acceptés."),
    ("E – estimé", "Le chiffre repose sur une donnée de référence qui n’est pas officielle."),
    (
      "U – partiel",
      "Une colonne que le chiffre demande n’est remplie que pour une partie de ce qu’il compte ; rien n’est supposé du reste."
    ),
    ("P – provisoire", "Un fichier attendu manque ou est refusé, ou des lignes en ont été refusées."),
    ("M – non disponible (nd)", "Le chiffre ne peut être calculé ; il n’est jamais remplacé par 0."),
  ].map { [.text($0), .text($1)] })
