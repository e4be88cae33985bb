import CSV
import Domain
import Ingest
import Report
import Host

/// What each fault of the refused rows costs: the figures recomputed as if the faulty cells had been left blank, held
/// against the figures as they are. A row refused for a value that the figures need cannot be costed.
///
/// Each cost takes a reading of the fault's file and, where that gets a row back, one of all exports. So there are at most
/// `limit` of them: association by association as the programme lists them, of each the worst faults first. Faults that come
/// after the last have no entry, and their letters say nothing of what they cost.
func refusalCosts(
  _ checked: CheckedMonth, _ figures: Figures, inputs: InputsFolder, limit: Int = 20
) throws -> [Association.ID: [RefusalCost]] {
  var costs: [Association.ID: [RefusalCost]] = [:]
  var left = limit
  for association in checked.definitions.programme.associations.map(\.id) {
    let findings = letterFindings(
      checked.findings, checked.facts.deliveries, checked.month, association: association)
    for fault in findingGroups(in: findings) where findings[fault.findings[0]].severity <= .row && left > 0 {
      let cost = try cost(of: fault.findings.map { findings[$0] }, checked, figures, inputs)
      if case .differences = cost { left -= 1 }
      costs[association, default: []].append(RefusalCost(findings: fault.findings, cost: cost))
    }
  }
  return costs
}

private func cost(
  of faults: [Finding], _ checked: CheckedMonth, _ figures: Figures, _ inputs: InputsFolder
) throws -> RefusalCost.Cost {
  guard let columns = blankable(faults[0], checked), let mended = try withoutFaults(faults, columns, checked, inputs)
  else { return .notComputable }
  return .differences(differences(figures, computeAll(mended), checked.definitions))
}

/// The cells to leave blank, by place in the file: of a column that may be. nil: the fault is not one of such a value.
private func blankable(_ fault: Finding, _ checked: CheckedMonth) -> Set<Int>? {
  guard let place = fault.column, let kind = fault.kind, let header = fault.header, fault.severity == .row,
    let association = fault.association.flatMap(checked.definitions.programme.association),
    let column = ColumnNames(kind: kind, association: association).column(header),
    ExportSchema.of(kind).columns[column].mayBeBlank
  else { return nil }
  return [place]
}

private func withoutFaults(
  _ faults: [Finding], _ columns: Set<Int>, _ checked: CheckedMonth, _ inputs: InputsFolder
) throws -> CheckedMonth? {
  let lines = Set(faults.flatMap { [$0.line].compactMap { $0 } + $0.otherLines })
  let file = faults[0].file
  let programme = checked.definitions.programme
  func blanked(_ export: Export, _ loaded: LoadedExport) -> LoadedExport {
    guard export.file == file, case .bytes(let buffer, let hash) = loaded else { return loaded }
    // What cannot be read that far stays as it is, and gets no row back.
    guard let bytes = blankingCells(columns, onLines: lines, of: UnsafeBufferPointer(buffer), export, programme) else {
      return loaded
    }
    buffer.deallocate()
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    _ = copy.initialize(from: bytes)
    return .bytes(UnsafeMutableBufferPointer(start: copy.baseAddress, count: bytes.count), sha256: hash)
  }
  // The one file first: where it does not get a row back there is nothing to recompute.
  let alone = try rereadInputs(checked, inputs, only: file, changing: blanked)
  func refused(_ facts: Facts) -> Int { facts.deliveries.first { $0.file == file }?.rowsRefused ?? 0 }
  guard refused(alone.facts) < refused(checked.facts) else { return nil }
  return try rereadInputs(checked, inputs, changing: blanked)
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
