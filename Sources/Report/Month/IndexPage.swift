import Domain

/// interne/index.html: the month at a glance, for the people of the PTCE. `links` are the edition's files, relative to
/// its folder.
func indexPage(
  _ month: ReportedMonth, _ reports: [FunderReport], _ tables: [AggregatorTable] = [], links: [String]
) -> String {
  pageShell(
    title: "\(sentence(month.month.french)) – \(month.definitions.programme.label.fr)",
    header: monthHeader(month, reports),
    main: todoSection(month, (reports as [any FunderFile]) + tables) + deliverySection(month) + keyFigureSection(month)
      + pictures(month)
      + revisionSection(month, reports, tables) + findingSection(month) + linkSection(links),
    footer: monthFooter(month))
}

/// The share of ESS jobs, jobs by axis and meetings, where the catalogue has them.
private func pictures(_ month: ReportedMonth) -> [Markup] {
  let since = Horizon.programme.french(month.month, start: month.definitions.programme.start)
  let pictures = shareFigure(month) + (JobsByAxis(month).map { [$0.figure(since: since)] } ?? [])
  let meetings = meetingTable(month)
  guard !pictures.isEmpty || !meetings.isEmpty else { return [] }
  return [
    tag("section", ["aria-labelledby": "essentiel"]) {
      tag("h2", ["id": "essentiel"]) { "En images" }
      tag("div", ["class": "two"]) { pictures }
      meetings
    }
  ]
}
