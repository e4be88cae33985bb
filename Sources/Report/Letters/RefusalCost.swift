import Domain

/// What a fault costs in the figures.
package struct RefusalCost: Sendable {
  /// One figure, had the fault not been there.
  package struct Difference: Sendable {
    /// The indicator's label.
    package var indicator: String
    /// The cell's label (`axe Mobilité`); nil for the total.
    package var cell: String?
    /// The figure with the rows admitted minus the figure as it is: above zero where the fault takes away.
    package var difference: Rational
    package var decimals: Int
    package var unit: Indicator.Unit
    package init(indicator: String, cell: String?, difference: Rational, decimals: Int, unit: Indicator.Unit) {
      self.indicator = indicator
      self.cell = cell
      self.difference = difference
      self.decimals = decimals
      self.unit = unit
    }
  }
  package enum Cost: Sendable {
    /// Empty: no figure moves.
    case differences([Difference])
    /// A value that the figures need cannot be read.
    case notComputable
  }

  /// Indices of the findings that were mended together. Effects do not add up (a rate, a job counted once), so compute
  /// one for each of ``findingGroups(in:)``.
  package var findings: [Int]
  package var cost: Cost
  package init(findings: [Int], cost: Cost) {
    self.findings = findings
    self.cost = cost
  }

  /// `il manque 2,5 ETP à « ETP » (axe Mobilité)`
  var french: String {
    switch cost {
    case .notComputable: return "non chiffrable"
    case .differences(let all):
      let moved = all.filter { $0.difference.scaled(decimals: $0.decimals) != 0 }
      return moved.isEmpty ? "aucun chiffre ne change" : French.list(moved.map(\.french))
    }
  }
}

extension RefusalCost.Difference {
  var french: String {
    let takesAway = Rational.zero < difference
    let amount = takesAway ? difference : .zero - difference
    let number = French.number(amount, decimals: decimals, unit: unit == .percent ? .points : unit)
    let place = cell.map { " (\($0))" } ?? ""
    return (takesAway ? "il manque \(number) à" : "il y a \(number) de trop dans") + " « \(indicator) »\(place)"
  }
}
