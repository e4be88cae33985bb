/// Where the cells of a column of the contract come from: one cell of the source, a constant, or year and month.
package struct ColumnSource: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case header(String)
    case constant(String)
    /// The headers of a year and of a month's number.
    case yearAndMonth(year: String, month: String)
    /// The cell under the header of the month.
    case monthCell
  }
  package var origin: Origin
  /// What the source says (``sourceForm(_:)``) → what the contract says; nil: the cell is the contract's value. Closed.
  package var values: [String: String]?
  /// What any other value stands for.
  package var otherwise: String?
  package var unit: SourceUnit?
  package var line: DefinitionLine

  package init(
    _ origin: Origin, values: [String: String]? = nil, otherwise: String? = nil, unit: SourceUnit? = nil, line: Int = 1
  ) {
    self.origin = origin
    self.values = values
    self.otherwise = otherwise
    self.unit = unit
    self.line = DefinitionLine(line)
  }

  /// The headers it names.
  package var headers: [String] {
    switch origin {
    case .header(let header): [header]
    case .yearAndMonth(let year, let month): [year, month]
    case .constant, .monthCell: []
    }
  }
}

/// What a decimal of the source counts in.
package enum SourceUnit: String, Hashable, Sendable, CaseIterable {
  /// Hours and minutes, `151:40`.
  case hoursAndMinutes = "hh:mm"
  /// Hundredths of a full-time job.
  case percent
  /// 151.67 a month make a full-time job.
  case monthlyHours = "monthly-hours"
  /// 35 a week do.
  case weeklyHours = "weekly-hours"

  /// The column whose cells may be in it.
  package var column: JobColumn { self == .hoursAndMinutes ? .heures : .etp }
}
