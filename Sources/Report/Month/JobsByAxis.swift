import Domain

/// Jobs created, and in course of creation, per axis, as bars with their numbers.
struct JobsByAxis {
  struct Row {
    let label: String
    let colour: UInt32
    let created: ReleasedFigure?
    let all: ReleasedFigure?
    let position: Int
    /// What is in course and never was created: so that the two parts always add up to the figure.
    var pending: ReleasedValue { all.released - created.released }
  }

  let rows: [Row]
  let total: Row
  let created: Indicator
  let all: Indicator

  /// nil where the catalogue does not count jobs.
  init?(_ month: ReportedMonth) {
    guard let (all, created) = month.definitions.highlights.jobs else { return nil }
    func row(_ label: String, _ cell: Cell, _ position: Int) -> Row {
      Row(
        label: label, colour: Palette.axis(at: position), created: month.figures[created.id, .programme, cell],
        all: month.figures[all.id, .programme, cell], position: position)
    }
    self.created = created
    self.all = all
    total = row("Ensemble", .total, 0)
    rows = month.definitions.programme.axes.enumerated().map { position, axis in
      row(axis.label.fr, Cell([Cell.Member(.axe, axis.id)]), position)
    }
  }

  private var longest: Double { rows.compactMap { $0.all?.value?.double }.max() ?? 0 }

  func figure(since: String) -> Markup {
    tag("figure", ["aria-labelledby": "emplois-axe"]) {
      tag("figcaption") {
        tag("h3", ["id": "emplois-axe"]) {
          "\(all.label.fr) : "
          figureData(Figures.Key(all.id, .programme), ShownValue(total.all, of: all).text)
        }
        tag("p", ["class": "soft"]) {
          "\(sentence(since)). Plein : « \(created.label.fr) » ; hachuré : ce qui s'y ajoute."
        }
      }
      tag("ul", ["class": "bars"]) { for row in rows { tag("li") { bar(row) } } }
    }
  }

  private func bar(_ row: Row) -> [Markup] {
    let counts = [row.created?.value, row.pending.number].compactMap { $0 }.map { French.number($0, decimals: 0) }
    return [
      tag("div", ["class": "split"]) {
        tag("span") { row.label + " " }
        tag("span", ["class": "strong number"]) {
          counts.count == 2 ? counts.joined(separator: " + ") : ShownValue(row.all, of: all).text
        }
      },
      tag("svg", ["width": "100%", "height": "20", "aria-hidden": "true"]) { stack(row) },
    ]
  }

  private func stack(_ row: Row) -> [Markup] {
    guard longest > 0, let created = row.created?.value, let pending = row.pending.number else { return [] }
    let split = SparkScale.tenths(created.double / longest * 100)
    let rest = SparkScale.tenths(pending.double / longest * 100)
    let colour = Palette.css(row.colour)
    let pattern = "axe-\(row.position)"
    return [
      tag("defs") {
        tag(
          "pattern",
          [
            "id": pattern, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
          ]
        ) { tag("line", ["x1": "0", "y1": "0", "x2": "0", "y2": "6", "stroke": colour, "stroke-width": "5"]) }
      },
      tag("rect", ["x": "0", "y": "1", "width": split + "%", "height": "18", "fill": colour]),
      tag(
        "rect",
        [
          "x": split + "%", "y": "1", "width": rest + "%", "height": "18", "fill": "url(#\(pattern))",
          "stroke": colour,
        ]),
    ]
  }
}
