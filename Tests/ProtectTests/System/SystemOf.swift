import Domain

@testable import Protect

/// Systems of little editions, and relations in words.
enum SystemOf {
  static func figures(
    _ editions: [(month: String, figures: [Figure])], start: String = "2021-07", catalogue: Catalogue = Small.catalogue
  ) -> CountSystem {
    CountSystem(
      editions.map { month, figures in
        Publication(
          month: Month(month)!, figures: Figures(month: Month(month)!, figures), printed: Set(figures.map(\.key)),
          hidden: [:])
      }, catalogue, start: Month(start)!)
  }

  /// Of an indicator that is a count.
  static func spot(_ indicator: String, _ horizon: Horizon = .mois, _ cell: String = "") -> CountSystem.Spot {
    let counts = PersonCounts(Small.catalogue)
    guard case .count(let count)? = counts.figures[indicator] else { fatalError(indicator) }
    return CountSystem.Spot(count: count, horizon: horizon, cell: Cell(text: cell)!)
  }

  /// Each as `03 sorties mois dispositif=aci + … = …`; the terms with a plus before those with a minus.
  static func words(_ system: CountSystem) -> Set<String> {
    func name(_ unknown: Int) -> String {
      let one = system.unknowns[unknown]
      let id =
        system.counts.figures.filter {
          if case .count(one.count) = $0.value {
            true
          } else if case .made(one.count, _) = $0.value {
            true
          } else {
            false
          }
        }.keys.min() ?? "#\(one.count)"
      return [String("\(one.month)".suffix(2)), id, one.horizon.id, one.cell.text].filter { !$0.isEmpty }.joined(
        separator: " ")
        + ":\(one.truth)"
    }
    return Set(
      system.relations.map { relation in
        func side(_ sign: Int) -> String {
          relation.terms.filter { $0.coefficient * sign > 0 }.map {
            (abs($0.coefficient) == 1 ? "" : "\(abs($0.coefficient)) ") + name($0.unknown)
          }.sorted().joined(separator: " + ")
        }
        let sign = relation.lower == relation.upper ? "=" : relation.lower == nil ? "≤" : "≥"
        // An equality and a turned one read the same.
        let sides = [side(1), side(-1)]
        if sign == "=" { return sides.sorted().joined(separator: " = ") }
        return sign == "≤" ? "\(sides[0]) ≤ \(sides[1])" : "\(sides[1]) ≤ \(sides[0])"
      })
  }
}
