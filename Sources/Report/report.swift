import Domain
import Workbook

/// Everything an edition holds but its manifest: workbooks as values, other files as bytes. Paths are relative to the
/// edition's folder.
package struct ReportContent: Sendable {
  package var books: [(path: String, book: Book)]
  package var files: [ReportFile]
}

/// The month's reports: for each funder, for the PTCE, and a letter to each association.
package func report(_ month: ReportedMonth) -> ReportContent {
  let (books, tables) = funderFiles(month)
  var files = tables + month.definitions.programme.associations.indices.flatMap { letterFiles(month, association: $0) }
  files.append(ReportFile(path: "interne/en-chiffres.md", bytes: Array(newsletterBlock(month).utf8)))
  let links = (books.map(\.path) + files.map(\.path)).sorted()
  files.append(ReportFile(path: "interne/index.html", bytes: Array(indexPage(month, links: links).utf8)))
  return ReportContent(books: books, files: files)
}

/// The letter to one association, to read and to sort: all of the month, and of earlier months what is still to be mended.
package func letterFiles(_ month: ReportedMonth, association: Int) -> [ReportFile] {
  let programme = month.definitions.programme
  let newest = newestRegister(month.deliveries, association)
  let findings = letterFindings(month.findings, month.deliveries, month.month, programme, association: association)
  let letter = Letter(
    programme: programme, association: programme.associations[association], month: month.month,
    deliveries: month.deliveries.filter {
      $0.association == association && matters($0.kind, $0.month, newest, month.month)
        && ($0.month == month.month || $0.outcome != .accepted || $0.rowsRefused > 0)
    },
    findings: findings, effects: month.effects[association] ?? [],
    progress: month.predecessor.map { progress(from: $0, to: findings, month, association: association) })
  let path = "retours/\(programme.associations[association].id)-\(month.month)"
  return [
    ReportFile(path: path + ".html", bytes: Array(letterPage(letter).utf8)),
    ReportFile(path: path + ".csv", bytes: letterTable(letter)),
  ]
}

/// Since the letter of the edition before, files that came or are still awaited among the points.
private func progress(
  from predecessor: ReportedMonth.Predecessor, to findings: [Finding], _ month: ReportedMonth, association: Int
) -> Letter.Progress {
  let programme = month.definitions.programme
  func missing(_ deliveries: [Delivery]) -> [Finding] {
    let newest = newestRegister(deliveries, association)
    return missingFiles(
      deliveries.filter { matters($0.kind, $0.month, newest, month.month) }, programme, association: association)
  }
  let before = letterFindings(
    predecessor.findings, predecessor.deliveries, month.month, programme, association: association)
  return letterProgress(
    from: missing(predecessor.deliveries) + before, to: missing(month.deliveries) + findings)
}

/// The findings an association is told of: all of the month, and of earlier months what refused something.
package func letterFindings(
  _ findings: [Finding], _ deliveries: [Delivery], _ month: Month, _ programme: Programme, association: Int
) -> [Finding] {
  let newest = newestRegister(deliveries, association)
  return findings.filter {
    $0.association == programme.associations[association].id && matters($0.kind, $0.month, newest, month)
      && ($0.month == month || $0.severity <= .row)
  }
}

/// Of the registers only the newest matters: it replaces those before.
private func newestRegister(_ deliveries: [Delivery], _ association: Int) -> Month? {
  deliveries.last { $0.association == association && $0.kind == .beneficiaires && $0.outcome != .absent }?.month
}

private func matters(_ kind: ExportKind?, _ other: Month?, _ newestRegister: Month?, _ month: Month) -> Bool {
  other == nil || other == month || kind != .beneficiaires || other == newestRegister
}
