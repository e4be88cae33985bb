import Domain

/// Reports that disagree on whether a meeting took place: held if one says so, with a warning at each that says something
/// else. Where none does, the one that says planned is warned: another knows that it was cancelled.
func stateDisagreements(_ facts: Facts, _ programme: Programme) -> [Finding] {
  struct Key: Hashable {
    let day: Day
    let instance: Int
    let axis: Int?
  }
  var reports: [Key: [(row: MeetingRow, file: MeetingRows)]] = [:]
  for file in facts.meetings {
    for row in file.rows {
      reports[Key(day: row.day, instance: row.instance, axis: row.axis), default: []].append((row, file))
    }
  }
  var findings: [Finding] = []
  for group in reports.values where Set(group.map(\.row.state)).count > 1 {
    let isHeld = group.contains { $0.row.state == .tenue }
    for (row, file) in group where row.state != (isHeld ? .tenue : .annulee) {
      findings.append(
        Finding(
          .stateDisagreement, .warning, association: programme.associations[file.association].id, kind: .reunions,
          month: file.month, file: file.file, line: row.line,
          rule: isHeld
            ? "un autre compte rendu dit cette réunion tenue ; elle est comptée comme tenue"
            : "un autre compte rendu dit cette réunion annulée",
          remedy: "vérifier l'état de la réunion dans les deux exports"))
    }
  }
  return findings
}
