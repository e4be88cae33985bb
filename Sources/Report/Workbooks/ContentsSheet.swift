import Domain

/// Sommaire: the sheets that follow, each a click away; of no use on paper.
func contentsSheet(of sheets: [ReportSheet]) -> ReportSheet {
  let rows = sheets.map { sheet -> [ReportCell] in
    var name = ReportCell.text(sheet.name)
    name.leadsTo = sheet.name
    return [name, .text(readerText(sheet.summary))]
  }
  return ReportSheet(
    name: FixedSheet.contents.rawValue, title: "Sommaire",
    blocks: [
      ReportBlock(
        lines: ["Un clic sur un nom mène à la feuille."],
        table: ReportTable("t_sommaire", [.init("Feuille", width: 34), .init("Contenu", width: 90)], rows: rows))
    ], colour: Palette.neutral, isOnePage: nil)
}

extension ReportSheet {
  /// Its title, and its first sentence where that says more.
  fileprivate var summary: String {
    let line = blocks.first?.lines.first ?? ""
    return line.isEmpty || name == FixedSheet.summary.rawValue ? title : "\(title)\(French.noBreakSpace): \(line)"
  }
}
