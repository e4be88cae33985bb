/// inputs/funders/<funder>.yaml: one funder's report. Funders see the same figures; a report chooses and arranges. An aggregator has no
/// report: he takes all of them.
package struct Funder: Hashable, Sendable {
  package struct Dialect: Hashable, Sendable {
    package enum LineEnd: String, Hashable, Sendable, CaseIterable { case crlf, lf }
    package var separator: Character = ";"
    package var decimal: Character = ","
    package var byteOrderMark = true
    package var lineEnd = LineEnd.crlf
    package init() {}

    /// As RFC 4180 and SDMX-CSV have it.
    package static let sdmx: Dialect = {
      var dialect = Dialect()
      (dialect.separator, dialect.decimal, dialect.byteOrderMark, dialect.lineEnd) = (",", ".", false, .lf)
      return dialect
    }()
  }

  package struct Column: Hashable, Sendable {
    package var indicator: String
    package var horizon: Horizon
    package init(indicator: String, horizon: Horizon) {
      self.indicator = indicator
      self.horizon = horizon
    }
  }

  package enum Chart: Hashable, Sendable {
    case none
    case bar([String])
    case stacked([String])
    case line([String])
  }

  package struct Section: Hashable, Sendable {
    package var title: Label
    package var sentence: Label
    package var rows: Dimension
    package var columns: [Column]
    package var chart: Chart
    package init(title: Label, sentence: Label, rows: Dimension, columns: [Column], chart: Chart) {
      self.title = title
      self.sentence = sentence
      self.rows = rows
      self.columns = columns
      self.chart = chart
    }
  }

  package var id: String
  package var label: Label
  package var title: Label
  package var contact: Label?
  /// First month under agreement; before it, or without it, the report is marked "sans convention".
  package var agreementFrom: Month?
  package var dialect = Dialect()
  /// Each at the horizon and in the cell that it has wherever it is called one.
  package var keyFigures: [Figures.Key]
  package var objectives: [Objective] = []
  package var comments: [Comment] = []
  package var sections: [Section]
  /// Its own names for indicators.
  package var labels: [String: Label] = [:]
  /// Takes every released figure of the month as one table (`sections: all`), and nothing else: no key figure, no section.
  package var isAggregator = false

  package init(id: String, label: Label, title: Label, keyFigures: [Figures.Key], sections: [Section]) {
    self.id = id
    self.label = label
    self.title = title
    self.keyFigures = keyFigures
    self.sections = sections
  }
}
