import Domain

/// A section: its sentence, one table (a row a member, the whole last, the status in words at the end), its chart.
///
/// One status column, not one a figure: in most rows all figures have the same one, and it names those that do not.
func sectionSheet(_ section: FunderSection, of report: FunderReport, name: String, number: Int) -> ReportSheet {
  let rows = section.members.map { id in sectionRow(id, of: section, in: report) } + [totalRow(of: section)]
  let names = rows.compactMap { $0.first?.words }
  let states = rows.compactMap { $0.last?.words }
  var table = ReportTable(
    "t_section_\(number)",
    [.init(section.dimension.label.fr, width: width(for: names, atLeast: 18, atMost: 46))]
      + section.columns.map { column in
        let header = columnHeader(column.total, in: report)
        return .init(header, width: header.count > 70 ? 20 : 17, isNumber: true)
      } + [.init("Statut", width: width(for: states, atLeast: 14, atMost: 46))],
    rows: rows)
  table.hasTotalRow = true
  var lines = [section.sentence]
  lines += abbreviations(in: table.rows)
  let chart = sectionChart(section, in: report)
  if section.chart != .none && chart?.hasValues != true {
    lines.append("Pas de graphique : aucune valeur à montrer.")
  }
  return ReportSheet(
    name: name, title: section.title,
    blocks: [ReportBlock(lines: lines, table: table, charts: [chart].compactMap { $0 })], colour: Palette.axis(at: 2))
}

/// `Emplois créés, depuis juillet 2021 (postes)`
func columnHeader(_ figure: FunderFigure, in report: FunderReport) -> String {
  "\(figure.label), \(report.period(figure.key.horizon)) (\(figure.indicator.unit.french))"
}

private func sectionRow(_ id: String, of section: FunderSection, in report: FunderReport) -> [ReportCell] {
  let figures = section.columns.map { $0.cells[id] }
  return [.text(memberName(id, of: section.dimension, in: report.programme))]
    + figures.map { $0?.cell ?? .notApplicable } + [.text(statusWords(figures.compactMap { $0 }))]
}

private func totalRow(of section: FunderSection) -> [ReportCell] {
  let totals = section.columns.map(\.total)
  return [.text("Ensemble")] + totals.map(\.cell) + [.text(statusWords(totals))]
}

/// `provisoire, sauf Part des CDI : secret statistique`: the status of most, then the others by name.
func statusWords(_ figures: [FunderFigure]) -> String {
  var groups: [(words: String, figures: [FunderFigure])] = []
  for figure in figures {
    if let index = groups.firstIndex(where: { $0.words == figure.statusWords }) {
      groups[index].figures.append(figure)
    } else {
      groups.append((figure.statusWords, [figure]))
    }
  }
  guard let main = groups.max(by: { $0.figures.count < $1.figures.count }) else { return "–" }
  let others = groups.filter { $0.words != main.words }
  guard !others.isEmpty else { return main.words }
  return main.words + ", sauf "
    + others.map { group in
      "\(French.list(group.figures.map { shortName($0, among: figures) }))\(French.noBreakSpace): \(group.words)"
    }.joined(separator: "\(French.groupSpace); ")
}

/// The label, with the horizon where the indicator stands there twice.
private func shortName(_ figure: FunderFigure, among figures: [FunderFigure]) -> String {
  let isAlone = figures.count { $0.indicator.id == figure.indicator.id } == 1
  return readerText(figure.label) + (isAlone ? "" : " (\(figure.key.horizon.frenchName))")
}

/// What `nd`, `s` and `–` stand for, where they stand.
func abbreviations(in rows: [[ReportCell]]) -> [String] {
  let contents = Set(rows.joined().map(\.content))
  var words: [String] = []
  if contents.contains(.missing) { words.append("nd : non disponible") }
  if contents.contains(.secret) { words.append("s : secret statistique") }
  if contents.contains(.notApplicable) { words.append("– : sans objet") }
  return words.isEmpty ? [] : [words.joined(separator: " ; ") + "."]
}

extension Horizon {
  /// Short, without its dates.
  var frenchName: String {
    switch self {
    case .mois: return "mois"
    case .annee: return "année"
    case .programme: return "programme"
    }
  }
}
