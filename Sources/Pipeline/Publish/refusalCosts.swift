import Domain
import Ingest
import Report
import Host

/// What each fault of the refused rows costs: the figures recomputed as if the fault had not been there (its cells blank, its
/// second row kept), held against the figures as they are. A row refused for a value that the figures need cannot be costed.
///
/// Each cost takes a reading of the association's files of one kind, and a computation. Beyond `limit` of them (worst faults of
/// each association first, the associations in turn) letters say nothing of what a fault costs.
func refusalCosts(
  _ checked: CheckedMonth, _ figures: Figures, inputs: InputsFolder, limit: Int = 200
) throws -> [Association.ID: [RefusalCost]] {
  struct Fault {
    let association: Association.ID
    /// Of its association.
    let rank: Int
    let findings: [Int]
    let faults: [Finding]
  }
  var faults: [Fault] = []
  let shares = LetterShares(checked.found, checked.facts.deliveries, checked.month)
  for association in checked.definitions.programme.associations.map(\.id) {
    let findings = shares.findings(of: association)
    let groups = findingGroups(in: findings).filter { findings[$0.findings[0]].severity <= .row }
    for (rank, group) in groups.enumerated() {
      faults.append(
        Fault(
          association: association, rank: rank, findings: group.findings, faults: group.findings.map { findings[$0] }))
    }
  }
  let told = faults.indices.sorted { (faults[$0].rank, $0) < (faults[$1].rank, $1) }.prefix(limit).sorted()
  let chosen = told.map { faults[$0] }
  let costs = try concurrentMap(chosen.count) { try cost(of: chosen[$0].faults, checked, figures, inputs) }
  return zip(chosen, costs).reduce(into: [:]) { all, next in
    all[next.0.association, default: []].append(RefusalCost(findings: next.0.findings, cost: next.1))
  }
}

private func cost(
  of faults: [Finding], _ checked: CheckedMonth, _ figures: Figures, _ inputs: InputsFolder
) throws -> RefusalCost.Cost {
  guard faults[0].severity == .row, let mended = try withoutFaults(faults, checked, inputs) else {
    return .notComputable
  }
  return .differences(differences(figures, try computeAll(mended), checked.definitions))
}

/// nil: the row does not come back.
private func withoutFaults(
  _ faults: [Finding], _ checked: CheckedMonth, _ inputs: InputsFolder
) throws -> CheckedMonth? {
  guard let kind = faults[0].kind, let association = faults[0].association else { return nil }
  let lines = Set(faults.flatMap { [$0.line].compactMap { $0 } + $0.otherLines })
  let mending = Mending(lines: lines, columns: Set(faults.compactMap(\.column)))
  let again = try rereadInputs(checked, inputs, kind: kind, association: association) { export in
    if export.file == faults[0].file, export.month == faults[0].month { export.mending = mending }
  }
  func refused(_ facts: Facts) -> Int {
    facts.deliveries.first { $0.file == faults[0].file && $0.month == faults[0].month }?.rowsRefused ?? 0
  }
  return refused(again.facts) < refused(checked.facts) ? again : nil
}

/// Indicators whose total moved, by axis where they have axes: the month's, else the shortest horizon they have.
private func differences(
  _ old: Figures, _ new: Figures, _ definitions: Definitions
) -> [RefusalCost.Difference] {
  definitions.catalogue.indicators.flatMap { indicator -> [RefusalCost.Difference] in
    guard let horizon = indicator.horizons.min() else { return [] }
    func difference(_ cell: Cell) -> Rational? {
      guard let before = old[indicator.id, horizon, cell]?.value, let after = new[indicator.id, horizon, cell]?.value,
        before != after
      else { return nil }
      return after - before
    }
    func moved(_ cell: Cell, _ label: String?) -> RefusalCost.Difference? {
      difference(cell).map {
        RefusalCost.Difference(
          indicator: indicator.label.fr, cell: label, difference: $0, decimals: indicator.decimals, unit: indicator.unit
        )
      }
    }
    let byAxis =
      indicator.breakdowns.contains([.axe])
      ? definitions.programme.axes.compactMap {
        moved(Cell([Cell.Member(.axe, $0.id)]), "axe \($0.label.fr)")
      } : []
    return byAxis.isEmpty ? [moved(.total, nil)].compactMap { $0 } : byAxis
  }
  .prefix(6).map { $0 }
}
