import Domain

/// The findings of one file while it is read, with the place of the current row; many of one code are cut, with the
/// total.
final class FileFindings {
  static let perCode = 100
  /// Lines that one finding names beside its own.
  static let perFinding = 1000

  private struct NotedColumn: Hashable {
    let code: String
    let column: Int
  }

  private let export: Export
  private let associationId: String
  private(set) var all: [Finding] = []
  private var counts: [String: Int] = [:]
  private var noted: [NotedColumn: Int] = [:]

  init(_ export: Export, association: Association) {
    self.export = export
    associationId = association.id
  }

  func add(
    _ code: String, _ severity: Finding.Severity, line: Int? = nil, row: Int? = nil, otherLines: [Int] = [],
    column: Int? = nil, header: String? = nil, rule: String, remedy: String
  ) {
    counts[code, default: 0] += 1
    guard counts[code]! <= FileFindings.perCode else { return }
    var finding = Finding(
      code, severity, association: associationId, kind: export.kind, month: export.month, file: export.file,
      line: line, row: row, column: column, header: header, rule: rule, remedy: remedy)
    finding.otherLines = Array(otherLines.prefix(FileFindings.perFinding))
    all.append(finding)
  }

  /// Once a file for this code and column, at the first place, with the lines of the others.
  func note(_ code: String, line: Int, row: Int, column: Int, header: String, rule: String, remedy: String) {
    let place = NotedColumn(code: code, column: column)
    guard let index = noted[place] else {
      noted[place] = all.count
      add(code, .note, line: line, row: row, column: column, header: header, rule: rule, remedy: remedy)
      return
    }
    counts[code, default: 0] += 1
    if counts[code]! <= FileFindings.perCode { all[index].otherLines.append(line) }
  }

  /// What was cut, said once a code; in place order.
  func finished() -> [Finding] {
    var findings = all
    for (code, count) in counts.sorted(by: { $0.key < $1.key }) where count > FileFindings.perCode {
      findings.append(
        Finding(
          "findings-cut", .note, association: associationId, kind: export.kind, month: export.month, file: export.file,
          rule: "\(count) constats « \(code) » dans ce fichier ; les \(FileFindings.perCode) premiers sont listés",
          remedy: "corriger la cause commune, puis relancer le contrôle"))
    }
    return findings
  }
}
