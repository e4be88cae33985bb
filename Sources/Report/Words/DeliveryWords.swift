import Domain

/// `accepté : 21 lignes`, `accepté avec des lignes refusées`. A row may be a person: its counts are told where they are 0 or `threshold`
/// at least, all of them or none; `hidesRows`: none. What lacks and will never be mended says why. Lines that a mapping sets aside:
/// `3 lignes écartées : keep, mappings/adds.yaml:6`.
func deliveryWords(_ delivery: Delivery, hidingBelow threshold: Int, hidesRows: Bool) -> String {
  let extra = delivery.isOwed ? "" : " (non attendu)"
  let waiver = delivery.waived.map { " (dispensé : \($0))" } ?? ""
  switch delivery.outcome {
  case .accepted:
    let (kept, refused, setAside) = (delivery.rowsKept, delivery.rowsRefused, delivery.setAside)
    let counts = [kept, refused] + setAside.map(\.rows)
    guard !hidesRows, !counts.contains(where: (1..<max(1, threshold)).contains) else {
      let aside = setAside.isEmpty ? "" : " ; des lignes écartées : \(setAside.map(\.source).joined(separator: " ; "))"
      return (refused == 0 ? "accepté\(extra)" : "accepté\(extra) avec des lignes refusées\(waiver)") + aside
    }
    let aside = setAside.isEmpty ? "" : " ; \(setAside.map(\.french).joined(separator: " ; "))"
    guard kept + refused > 0 else { return "accepté\(extra) : rien ce mois-ci\(aside)" }
    let words = refused == 0 ? "" : ", \(refused) \(refused < 2 ? "refusée" : "refusées")\(waiver)"
    return "accepté\(extra) : \(kept) \(kept < 2 ? "ligne" : "lignes")\(words)\(aside)"
  case .refused: return "refusé\(extra)\(waiver)"
  case .absent: return delivery.waived.map { "dispensé : \($0)" } ?? "non reçu"
  }
}

extension ReportedMonth {
  /// Those of one association's cells, gathered once for all associations.
  var figuresByAssociation: [Association.ID: [ReleasedFigure]] {
    Dictionary(grouping: figures.all) { $0.figure.cell[.association] ?? "" }
  }

  /// Whether a hidden figure of the association stands behind the rows of its file: of so many rows there are no more employees, and no
  /// more persons and paths, whichever of them a figure picks. Where some funder reads the count of all employees itself, rows add nothing
  /// to it; a register's go back to before every figure. `own`: the association's of ``figuresByAssociation``.
  func hidesRows(of delivery: Delivery, behind own: [ReleasedFigure]) -> Bool {
    guard delivery.kind != .reunions else { return false }
    let catalogue = definitions.catalogue
    let own = own.filter { released in
      catalogue[released.key.indicator].map { catalogue.kinds(of: $0.term).contains(delivery.kind) } ?? true
    }
    let counts = own.filter { released in
      released.figure.cell.dimensions == [.association]
        && catalogue[released.key.indicator]?.term.countsRows(of: delivery.kind) ?? false
    }
    func isPrinted(_ released: ReleasedFigure) -> Bool { definitions.funders.contains { $0.shows(released.key) } }
    if counts.contains(where: \.isHidden) { return true }
    let isShown = delivery.kind == .etp && counts.contains { $0.value != nil && isPrinted($0) }
    return !isShown && own.contains { $0.isHidden && isPrinted($0) }
  }
}

extension Term {
  /// Whether it counts persons by the rows of such a file, all of them or nearly: one that picks some says little of how many there are.
  fileprivate func countsRows(of kind: ExportKind) -> Bool {
    switch measure {
    case .countStock(.salarie): kind == .etp && conditions.allSatisfy(\.isExcluded)
    // A register has all paths of before: what it has more than a month ago entered.
    case .countPersons, .countPaths(.date_entree, _): kind == .beneficiaires && conditions.isEmpty
    default: false
    }
  }
}
