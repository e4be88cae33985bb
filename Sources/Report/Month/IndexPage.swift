import Domain

/// interne/index.html: the month at a glance, for the people of the PTCE. `links` are the edition's files, relative to
/// its folder.
package func indexPage(_ month: ReportedMonth, links: [String]) -> String {
  pageShell(
    title: "\(sentence(month.month.french)) – \(month.definitions.programme.label.fr)",
    header: monthHeader(month),
    main: essentials(month) + keyFigureSection(month) + deliverySection(month) + revisionSection(month)
      + findingSection(month) + linkSection(links),
    footer: monthFooter(month))
}

private func essentials(_ month: ReportedMonth) -> [Markup] {
  let since = Horizon.programme.french(month.month, start: month.definitions.programme.start)
  let jobs = JobsByAxis(month)
  return [
    tag("section", ["aria-labelledby": "essentiel"]) {
      tag("h2", ["id": "essentiel"]) { "L'essentiel" }
      tag("div", ["class": "two"]) {
        shareChart(month)
        jobs.map { [$0.figure(since: since)] } ?? []
      }
      jobs.map { [$0.table(since: since)] } ?? []
      meetingTable(month)
    }
  ]
}
