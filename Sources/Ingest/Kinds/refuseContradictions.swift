import Domain

/// Rows that disagree on a job's status are all refused; then the second row of a key. In that order: a row that
/// disagrees claims no key.
func refuseContradictions(
  _ rows: JobRows, _ spreadsheetRows: inout [UInt32], _ source: RowSource, jobs: Int
) -> JobRows {
  let groups = JobGroups(rows, jobs: jobs)
  if groups.areSingle { return rows }
  var kept: [Int] = []
  kept.reserveCapacity(rows.count)
  var keys = KeySet()
  var disagreeing: [UInt32: [Int]] = [:]
  for row in 0..<rows.count {
    let job = rows.job[row]
    if source.isMended(Int(rows.line[row])) {
      kept.append(row)
    } else if groups.disagreeing.contains(job) {
      disagreeing[job, default: []].append(row)
    } else if groups.isAlone(job) || keys.insert(rows.key(row)) {
      kept.append(row)
    } else {
      refuseTwin(rows, row, spreadsheetRows, source)
    }
  }
  for lines in disagreeing.values.sorted(by: { $0[0] < $1[0] }) {
    refuseDisagreeing(rows, lines, spreadsheetRows, source)
  }
  guard kept.count < rows.count else { return rows }
  spreadsheetRows = kept.map { spreadsheetRows[$0] }
  return rows.keeping(kept)
}

/// Which jobs of a file have several rows, and which of them several statuses.
private struct JobGroups {
  /// By job: the status of its first row; several rows add `isRepeated`.
  private var first: [UInt8]
  private static let isRepeated: UInt8 = 0x80
  private(set) var disagreeing: Set<UInt32> = []
  private(set) var areSingle = true

  init(_ rows: JobRows, jobs: Int) {
    first = Array(repeating: 0, count: jobs + 1)
    for row in 0..<rows.count {
      let job = Int(rows.job[row])
      guard first[job] != 0 else {
        first[job] = rows.status[row]
        continue
      }
      areSingle = false
      if first[job] & ~JobGroups.isRepeated != rows.status[row] { disagreeing.insert(rows.job[row]) }
      first[job] |= JobGroups.isRepeated
    }
  }

  func isAlone(_ job: UInt32) -> Bool { first[Int(job)] & JobGroups.isRepeated == 0 }
}

private func refuseDisagreeing(_ rows: JobRows, _ twins: [Int], _ spreadsheetRows: [UInt32], _ source: RowSource) {
  let lines = twins.map { Int(rows.line[$0]) }
  let column = source.place(of: JobColumn.statut.place)
  let named = lines.prefix(20).map(String.init).joined(separator: ", ") + (lines.count > 20 ? "…" : "")
  source.findings.add(
    .statusDisagreement, .row, line: lines[0], row: Int(spreadsheetRows[twins[0]]),
    otherLines: Array(lines.dropFirst()), column: column, header: source.name(of: JobColumn.statut.place),
    rule: "un même poste a plusieurs statuts ce mois (\(lines.count) lignes : \(named))",
    remedy: "donner le même statut à toutes les lignes du poste")
  source.refuseLater(twins.count)
}

private func refuseTwin(_ rows: JobRows, _ row: Int, _ spreadsheetRows: [UInt32], _ source: RowSource) {
  let column = source.place(of: JobColumn.poste_id.place)
  source.findings.add(
    .duplicateRow, .row, line: Int(rows.line[row]), row: Int(spreadsheetRows[row]), column: column,
    header: source.name(of: JobColumn.poste_id.place),
    rule:
      "ce poste, ce salarié, ce contrat et cette date d'embauche ont déjà une ligne ce mois ; la première est gardée",
    remedy:
      "supprimer la ligne en double ; si le contrat a changé dans le mois, donner à chaque ligne son contrat et sa date d'embauche"
  )
  source.refuseLater(1)
}

extension JobRows {
  mutating func reserveCapacity(_ count: Int) {
    line.reserveCapacity(count)
    axis.reserveCapacity(count)
    contract.reserveCapacity(count)
    status.reserveCapacity(count)
    scheme.reserveCapacity(count)
    sex.reserveCapacity(count)
    commune.reserveCapacity(count)
    fullTimeEquivalent.reserveCapacity(count)
    hours.reserveCapacity(count)
    start.reserveCapacity(count)
    end.reserveCapacity(count)
  }
  /// What makes two rows of a file the same: job and employee, contract and start.
  fileprivate func key(_ row: Int) -> KeySet.Key {
    KeySet.Key(
      UInt64(job[row]) << 32 | UInt64(employee[row]),
      UInt64(contract[row]) << 32 | UInt64(UInt32(bitPattern: start[row])))
  }
  func keeping(_ kept: [Int]) -> JobRows {
    var rows = JobRows(association: association, month: month, file: file)
    rows.line = kept.map { line[$0] }
    rows.job = kept.map { job[$0] }
    rows.employee = kept.map { employee[$0] }
    rows.axis = kept.map { axis[$0] }
    rows.contract = kept.map { contract[$0] }
    rows.status = kept.map { status[$0] }
    rows.scheme = kept.map { scheme[$0] }
    rows.sex = kept.map { sex[$0] }
    rows.commune = kept.map { commune[$0] }
    rows.fullTimeEquivalent = kept.map { fullTimeEquivalent[$0] }
    rows.hours = kept.map { hours[$0] }
    rows.start = kept.map { start[$0] }
    rows.end = kept.map { end[$0] }
    return rows
  }
}
