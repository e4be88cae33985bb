import Domain

/// The letters to these associations: all of the month, and of earlier months what is still to be mended.
package func letterFiles(_ month: ReportedMonth, to associations: [Association]) -> [ReportFile] {
  let shares = LetterShares(month.findings, month.deliveries, month.month)
  let before = month.predecessor.map { LetterShares($0.findings, $0.deliveries, month.month) }
  return associations.flatMap { letterFiles(month, shares, before, association: $0) }
}

/// The letter to one association, to read and to sort.
private func letterFiles(
  _ month: ReportedMonth, _ shares: LetterShares, _ before: LetterShares?, association: Association
) -> [ReportFile] {
  let findings = shares.findings(of: association.id)
  var letter = Letter(
    programme: month.definitions.programme, association: association, month: month.month,
    deliveries: shares.deliveries(of: association.id),
    findings: findings, costs: month.costs[association.id] ?? [],
    progress: before.map { progress(from: $0, to: shares, association: association.id) })
  letter.readBack = month.readBacks[association.id]
  let path = "retours/\(association.id)-\(month.month)"
  return [
    ReportFile(path: path + ".html", bytes: Array(letterPage(letter).utf8)),
    ReportFile(path: path + ".csv", bytes: letterTable(letter)),
  ]
}

/// Since the letter of the edition before, files that came or are still awaited among the points.
private func progress(from before: LetterShares, to now: LetterShares, association: Association.ID) -> Letter.Progress {
  func points(_ shares: LetterShares) -> [Finding] {
    missingFiles(shares.deliveries(of: association), association: association) + shares.findings(of: association)
  }
  return letterProgress(from: points(before), to: points(now))
    .sorted(from: before.allDeliveries(of: association), to: now.allDeliveries(of: association))
}
