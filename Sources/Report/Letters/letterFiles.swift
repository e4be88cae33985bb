import Domain

/// The letter to one association, to read and to sort: all of the month, and of earlier months what is still to be mended.
package func letterFiles(_ month: ReportedMonth, association: Association) -> [ReportFile] {
  let newest = newestRegister(month.deliveries, association.id)
  let findings = letterFindings(month.findings, month.deliveries, month.month, association: association.id)
  var letter = Letter(
    programme: month.definitions.programme, association: association, month: month.month,
    deliveries: month.deliveries.filter {
      $0.association == association.id && matters($0.kind, $0.month, newest, month.month)
        && ($0.month == month.month || $0.outcome != .accepted || $0.rowsRefused > 0)
    },
    findings: findings, costs: month.costs[association.id] ?? [],
    progress: month.predecessor.map { progress(from: $0, to: findings, month, association: association.id) })
  letter.readBack = month.readBacks[association.id]
  let path = "retours/\(association.id)-\(month.month)"
  return [
    ReportFile(path: path + ".html", bytes: Array(letterPage(letter).utf8)),
    ReportFile(path: path + ".csv", bytes: letterTable(letter)),
  ]
}

/// Since the letter of the edition before, files that came or are still awaited among the points.
private func progress(
  from predecessor: ReportedMonth.Predecessor, to findings: [Finding], _ month: ReportedMonth,
  association: Association.ID
) -> Letter.Progress {
  func missing(_ deliveries: [Delivery]) -> [Finding] {
    let newest = newestRegister(deliveries, association)
    return missingFiles(
      deliveries.filter { matters($0.kind, $0.month, newest, month.month) }, association: association)
  }
  let before = letterFindings(
    predecessor.findings, predecessor.deliveries, month.month, association: association)
  let progress = letterProgress(
    from: missing(predecessor.deliveries) + before, to: missing(month.deliveries) + findings)
  return progress.sorted(from: predecessor.deliveries, to: month.deliveries)
}

/// The findings an association is told of: all of the month, and of earlier months what refused something.
package func letterFindings(
  _ findings: [Finding], _ deliveries: [Delivery], _ month: Month, association: Association.ID
) -> [Finding] {
  let newest = newestRegister(deliveries, association)
  return findings.filter {
    $0.association == association && matters($0.kind, $0.month, newest, month)
      && ($0.month == month || $0.severity <= .row)
  }
}

/// Of the registers only the newest matters: it replaces those before.
private func newestRegister(_ deliveries: [Delivery], _ association: Association.ID) -> Month? {
  deliveries.last { $0.association == association && $0.kind == .beneficiaires && $0.outcome != .absent }?.month
}

private func matters(_ kind: ExportKind?, _ other: Month?, _ newestRegister: Month?, _ month: Month) -> Bool {
  other == nil || other == month || kind != .beneficiaires || other == newestRegister
}
