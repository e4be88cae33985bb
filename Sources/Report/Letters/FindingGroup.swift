import Domain

/// Findings of one cause: the same rule broken in the same column of the same file.
package struct FindingGroup: Sendable {
  /// Indices into the findings they were made from, in order.
  package let findings: [Int]
  /// The first of them: file, column, rule and remedy are everybody's.
  let first: Finding
  /// Spreadsheet rows, where known.
  let rows: Set<Int>
  /// Physical lines whose spreadsheet row nobody counted, and that may differ from it.
  let physicalLines: Set<Int>

  /// `lignes 4, 7 à 9`
  var place: String {
    let parts = [
      rows.isEmpty ? nil : rowRanges(rows),
      physicalLines.isEmpty ? nil : rowRanges(physicalLines) + " du fichier ouvert comme un texte",
    ]
    return parts.compactMap { $0 }.joined(separator: ", et ")
  }
  var count: Int { rows.count + physicalLines.count }
}

/// The findings grouped by cause: worst first, then in the order in which they were met.
package func findingGroups(in findings: [Finding]) -> [FindingGroup] {
  struct Cause: Hashable {
    let severity: Finding.Severity
    let words: [String]
    let column: Int?
  }
  var order: [Cause] = []
  var groups: [Cause: [Int]] = [:]
  for (index, finding) in findings.enumerated() {
    let cause = Cause(
      severity: finding.severity,
      words: [finding.file, finding.code, finding.header ?? "", finding.rule, finding.remedy], column: finding.column)
    if groups[cause] == nil { order.append(cause) }
    groups[cause, default: []].append(index)
  }
  let sorted = order.enumerated().sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }
  return sorted.map { fault(groups[$0.element] ?? [], of: findings) }
}

private func fault(_ indices: [Int], of findings: [Finding]) -> FindingGroup {
  var rows: Set<Int> = []
  var physical: Set<Int> = []
  for finding in indices.map({ findings[$0] }) {
    if let row = finding.row ?? finding.line { rows.insert(row) }
    // Only where no line break stands inside a cell before it is a line the row a spreadsheet shows.
    if finding.row == nil || finding.row == finding.line {
      rows.formUnion(finding.otherLines)
    } else {
      physical.formUnion(finding.otherLines)
    }
  }
  return FindingGroup(findings: indices, first: findings[indices[0]], rows: rows, physicalLines: physical)
}
