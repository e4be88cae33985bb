import Domain

/// Meetings held, instance by instance: one that is not tracked is *nd*, never 0.
func meetingTable(_ month: ReportedMonth) -> [Markup] {
  let programme = month.definitions.programme
  guard let indicator = month.definitions.highlights.meetings, !programme.instances.isEmpty else { return [] }
  let horizons = indicator.horizons.filter { $0 != .mois }
  return [
    scrollingTable(
      id: "instances", caption: "Réunions tenues, par instance",
      head: [columnHead("Instance")]
        + horizons.map { columnHead(sentence($0.french(month.month, start: programme.start)), isNumber: true) }
        + [columnHead("Base", isNumber: true), columnHead("Statut")],
      rows: programme.instances.map { instance in
        meetingRow(instance, indicator, horizons, month)
      })
  ]
}

private func meetingRow(
  _ instance: Instance, _ indicator: Indicator, _ horizons: [Horizon], _ month: ReportedMonth
) -> [Markup] {
  let cell = Cell([Cell.Member(.instance, instance.id)])
  let start = month.definitions.programme.start
  let bases = horizons.compactMap { horizon in
    indicator.baselines.applying(to: cell, horizon: horizon, in: month.month).map {
      "\(French.number($0.value, decimals: 0)) (\(horizon.french($0.month ?? month.month, start: start)))"
    }
  }
  let last = horizons.last.flatMap { month.figures[indicator.id, $0, cell] }
  // One that is tracked only since then does not count from where the heading says.
  let later = instance.trackedFrom.flatMap { $0 > start && $0 <= month.month ? "suivi depuis \($0.french)" : nil }
  return [
    tag("th", ["scope": "row"]) {
      instance.label.fr
      later.map { words in [tag("div", ["class": "small soft"]) { words }] } ?? []
    }
  ]
    + horizons.map { horizon in
      tag("td", ["class": "number"]) {
        let figure = month.figures[indicator.id, horizon, cell]
        figureData(
          Figures.Key(indicator.id, horizon, cell),
          figure?.value.map { French.number($0, decimals: 0) } ?? ShownValue(figure, of: indicator).text)
      }
    }
    + [
      tag("td", ["class": "number"]) { bases.isEmpty ? "–" : French.list(bases) },
      tag("td") {
        if last?.value == nil {
          ShownValue(last, of: indicator).remark
        } else {
          last?.figure.status.french ?? Status.M.french
        }
      },
    ]
}
