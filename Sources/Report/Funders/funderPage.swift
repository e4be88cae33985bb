import Domain

/// financeurs/<funder>-<month>.html: the funder's Synthèse and section tables, for a phone and for one or two A4 pages.
func funderPage(_ report: FunderReport) -> String {
  pageShell(
    title: "\(report.funder.title.fr) – \(report.month.month.french)", header: funderHeader(report),
    main: takeawaySection(report) + keyFigures(report) + objectiveSection(report)
      + report.sections.enumerated().flatMap { index, section in sectionPart(section, number: index + 1, in: report) },
    footer: funderFooter(report))
}

private func funderHeader(_ report: FunderReport) -> [Markup] {
  [
    tag("p", ["class": "eyebrow"]) { report.programme.label.fr },
    tag("h1") { report.funder.title.fr },
  ] + summaryLines(report).map { line in tag("p") { line } }
}

private func takeawaySection(_ report: FunderReport) -> [Markup] {
  // One picture is enough: the sections' tables follow.
  let shares = report.showsShares ? shareFigure(report.month) : []
  let pictures = shares.isEmpty ? firstPicture(report) : shares
  return [
    tag("section", ["aria-labelledby": "retenir"]) {
      tag("h2", ["id": "retenir"]) { "À retenir" }
      tag("ul", ["class": "keep"]) { for words in takeaways(report) { tag("li") { words } } }
      pictures
    }
  ]
}

/// The first section's bars, with what is not drawn of them; where no section has any, why that of the first one is not there.
private func firstPicture(_ report: FunderReport) -> [Markup] {
  func words(_ section: FunderSection) -> [Markup] {
    notDrawn(section).map { line in tag("p", ["class": "soft small"]) { line } }
  }
  for section in report.sections {
    if let chart = sectionChart(section, in: report) {
      return [barFigure(chart, id: "premier-graphique")] + words(section)
    }
  }
  return report.sections.lazy.map(words).first { !$0.isEmpty } ?? []
}

private func keyFigures(_ report: FunderReport) -> [Markup] {
  guard !report.headlines.isEmpty else { return [] }
  return [
    tag("section", ["aria-labelledby": "chiffres"]) {
      tag("h2", ["id": "chiffres"]) { "Chiffres clés" }
      figureList(report.headlines, in: report.month)
    }
  ]
}

private func objectiveSection(_ report: FunderReport) -> [Markup] {
  guard !report.objectives.isEmpty else { return [] }
  let others = report.objectives.filter { !report.headlines.map(\.key).contains($0.key) }
  return [
    tag("section", ["aria-labelledby": "objectifs"]) {
      tag("h2", ["id": "objectifs"]) { "Objectifs" }
      // On a phone the columns of a table would hide what was done.
      tag("ul", ["class": "figures"]) {
        for figure in report.objectives {
          figure.objective.map { objective in [tag("li") { objectiveItem(figure, objective, in: report.month.month) }] }
            ?? []
        }
      }
      for note in objectiveSources(report) + others.compactMap(commentNote) {
        tag("p", ["class": "small soft"]) { note }
      }
    }
  ]
}

private func objectiveItem(_ figure: FunderFigure, _ objective: Objective, in month: Month) -> [Markup] {
  let elapsed = French.number(objective.elapsed(in: month) * Rational(100), decimals: 0, unit: .percent)
  let share = objective.gapShare(of: figure.value).map {
    NumberLook(of: $0, decimals: 0, isSigned: true, unit: "%").text($0)
  }
  return [
    tag("div", ["class": "named"]) {
      tag("div", ["class": "strong"]) { figure.name }
      tag("div", ["class": "small soft"]) {
        "\(objective.kind.french), \(objective.periodWords) (\(elapsed) de la période écoulée)"
      }
    },
    tag("div", ["class": "valued"]) {
      tag("span", ["class": "value"]) { figureData(figure.key, figure.cell.shown) }
      tag("div", ["class": "small"]) { "prévu : \(declaredCell(DeclaredValue(objective), figure).shown)" }
    },
    tag("p", ["class": "small facts"]) {
      "écart : \(gapCell(figure, to: DeclaredValue(objective)).shown)" + (share.map { " (\($0))" } ?? "")
    },
  ]
}

private func sectionPart(_ section: FunderSection, number: Int, in report: FunderReport) -> [Markup] {
  let id = "section-\(number)"
  let table = sectionTable(section, in: report)
  // What stands above has its comment there.
  let told = Set((report.headlines + report.objectives).map(\.key))
  return [
    tag("section", ["aria-labelledby": id]) {
      tag("h2", ["id": id]) { section.title }
      tag("p") { (sectionLines(section) + abbreviations(in: table.rows)).joined(separator: " ") }
      tableMarkup(table, id: "table-\(number)", caption: "Tableau : \(section.title)")
      tag("details", ["class": "small"]) {
        tag("summary") { "Lecture, champ, source" }
        for note in readingNotes(section, in: report) { tag("p") { note } }
      }
      for figure in section.figures where !told.contains(figure.key) {
        commentNote(figure).map { note in [tag("p", ["class": "small"]) { note }] } ?? []
      }
    }
  ]
}

private func funderFooter(_ report: FunderReport) -> [Markup] {
  let lines =
    ["Remontées des associations : \(completenessWords(report.month))."]
    + (report.funder.contact.map { ["Contact : \($0.fr)"] } ?? []) + confidentialityRules(report.programme)
    + (report.programme.legal.map { [$0.fr] } ?? [])
  return lines.map { line in tag("p") { line } }
}
