import Domain

/// A section of a report with its figures: the members of one dimension, and for each column their figures and the
/// total's.
struct FunderSection: Sendable {
  struct Column: Sendable {
    /// The column's own figure: its label, its unit, and the value of the last row.
    let total: FunderFigure
    /// By the member's id. Absent where nothing is asked for: an association that does not owe the kind.
    let cells: [String: FunderFigure]

    var indicator: Indicator { total.indicator }
  }

  let title: String
  let sentence: String
  let dimension: Dimension
  /// In the programme's order.
  let members: [String]
  let columns: [Column]
  let chart: Funder.Chart
  /// Column by column: the total, then the members.
  let figures: [FunderFigure]

  init(_ section: Funder.Section, for funder: Funder, in month: ReportedMonth) {
    title = section.title.fr
    sentence = section.sentence.fr
    dimension = section.rows
    chart = section.chart
    columns = section.columns.compactMap { column in
      month.definitions.catalogue[column.indicator].map { indicator in
        let cells = month.figures.cells(of: indicator.id, column.horizon, by: [section.rows]).compactMap { released in
          released.figure.cell[section.rows].map { id in
            (id, FunderFigure(indicator, released.key, for: funder, in: month))
          }
        }
        return Column(
          total: FunderFigure(indicator, Figures.Key(indicator.id, column.horizon), for: funder, in: month),
          cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }))
      }
    }
    let ids = columns.reduce(into: Set<String>()) { $0.formUnion($1.cells.keys) }
    let members = inProgrammeOrder(ids, of: section.rows, in: month.definitions.programme)
    self.members = members
    figures = columns.flatMap { column in [column.total] + members.compactMap { column.cells[$0] } }
  }

  /// Not one number, hidden or shown.
  var isEmpty: Bool { figures.allSatisfy { $0.status == .M } }

  /// What the columns share, said once in the section's line and not in every header; nil where they differ.
  var commonPeriod: String? {
    let periods = Set(columns.map(\.total.period))
    return periods.count == 1 ? periods.first : nil
  }
}
