import Domain

/// A section: a sentence with what its columns share, one table (a row a member, the whole last, the status at the end), how to
/// read it, and its chart.
func sectionSheet(_ section: FunderSection, of report: FunderReport, name: String, number: Int) -> ReportSheet {
  var table = sectionTable(section, in: report)
  table.name = "t_section_\(number)"
  return ReportSheet(
    name: name, title: section.title,
    blocks: [
      ReportBlock(
        lines: sectionLines(section) + abbreviations(in: table.rows), table: table,
        notes: readingNotes(section, in: report) + section.figures.compactMap(commentNote)
          + notDrawn(section),
        charts: [sectionChart(section, in: report)].compactMap { $0 })
    ], colour: Palette.axis(at: 2))
}

/// The section's own sentence, and what is true of all its columns.
func sectionLines(_ section: FunderSection) -> [String] {
  let status = commonStatus(of: section)
  let shared = [section.commonPeriod, status].compactMap { $0 }
  return [section.sentence] + (shared.isEmpty ? [] : [sentence(shared.joined(separator: " ; ") + ".")])
}

/// Of all figures that have a number; nil where they differ.
private func commonStatus(of section: FunderSection) -> String? {
  guard !section.figures.contains(where: { $0.status == .M }) else { return nil }
  let words = Set(section.figures.filter { $0.value != nil }.map(\.statusWord))
  return words.count == 1 ? words.first.map { "chiffres \($0)s" } : nil
}

func sectionTable(_ section: FunderSection, in report: FunderReport) -> ReportTable {
  let rows = section.members.map { id in sectionRow(id, of: section, in: report) } + [totalRow(of: section)]
  let names = rows.compactMap { $0.first?.words }
  var table = ReportTable(
    "t_section",
    [.init(section.dimension.label.fr, width: width(for: names, atLeast: 18, atMost: 46))]
      + section.columns.map { column in
        let header = columnHeader(column.total, in: section)
        return .init(
          header, width: section.columns.count > 6 ? 12.5 : section.columns.count > 4 ? 16 : 20, isNumber: true)
      } + [.init("Statut", width: 13)],
    rows: rows)
  table.hasTotalRow = true
  return table
}

/// `Emplois créés, depuis juillet 2021 (postes)`; without the period where all columns share it.
private func columnHeader(_ figure: FunderFigure, in section: FunderSection) -> String {
  let period = section.commonPeriod == nil ? ", \(figure.period)" : ""
  return figure.label + period + figure.unitSuffix
}

private func sectionRow(_ id: String, of section: FunderSection, in report: FunderReport) -> [ReportCell] {
  let figures = section.columns.map { $0.cells[id] }
  return [.text(memberName(id, of: section.dimension, in: report.programme))]
    + figures.map { $0?.cell ?? .notApplicable } + [.text(statusWord(of: figures.compactMap { $0 }))]
}

private func totalRow(of section: FunderSection) -> [ReportCell] {
  let totals = section.columns.map(\.total)
  return [.text("Ensemble")] + totals.map(\.cell) + [.text(statusWord(of: totals))]
}

/// One word for a row: the least firm of its numbers; hidden and missing ones show themselves.
func statusWord(of figures: [FunderFigure]) -> String {
  let shown = figures.filter { $0.value != nil }
  guard let least = shown.map(\.status).max() else {
    return figures.isEmpty ? "–" : figures.contains(where: \.isHidden) ? "secret" : Status.M.french
  }
  // Some of its cells are *nd*.
  return figures.contains { $0.status == .M } ? "incomplet" : least.french
}

/// What `nd`, `s` and `–` stand for, where they stand.
func abbreviations(in rows: [[ReportCell]]) -> [String] {
  let contents = Set(rows.joined().map(\.content))
  let marks = [(.missing, .missing), (.secret, .secret), (.notApplicable, .notApplicable)].filter {
    (content: ReportCell.Content, _: NoNumber) in contents.contains(content)
  }
  return marks.isEmpty ? [] : [NoNumber.key(to: Set(marks.map(\.1))) + "."]
}
