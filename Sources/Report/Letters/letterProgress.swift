import Domain

/// What became of the points of the letter before: settled, remaining, new. Notes aside: they ask for nothing.
///
/// A point is the same where file, code, column header and severity are (not the rule's words: a count in them may have
/// changed). Where a file has several of one point, those on the same line are paired first, the others in their order: a line
/// put in above moves them all.
func letterProgress(from old: [Finding], to new: [Finding]) -> Letter.Progress {
  var progress = Letter.Progress(settled: [], remaining: [], new: [])
  let before = groups(old)
  let after = groups(new)
  var seen: Set<Point> = []
  for point in (old + new).map(Point.init) where seen.insert(point).inserted {
    let (settled, remaining, new) = matched(before[point] ?? [], after[point] ?? [])
    progress.settled += settled
    progress.remaining += remaining
    progress.new += new
  }
  return progress
}

extension Letter.Progress {
  /// A fault is settled where its file is read and its place is right; one whose file is no longer there, is refused, or lost more
  /// rows than were faulty, is not.
  func sorted(from old: [Delivery], to new: [Delivery]) -> Letter.Progress {
    func delivery(_ finding: Finding, in deliveries: [Delivery]) -> Delivery? {
      deliveries.first {
        $0.association == finding.association && $0.kind == finding.kind && $0.month == finding.month
      }
    }
    func isSettled(_ finding: Finding) -> Bool {
      guard finding.code != FindingCode.missingFile.rawValue else {
        return delivery(finding, in: new)?.outcome != .absent
      }
      guard finding.kind != nil, finding.month != nil else { return true }
      guard let now = delivery(finding, in: new), now.outcome == .accepted else { return false }
      guard let before = delivery(finding, in: old), before.outcome == .accepted else { return true }
      return now.rowsKept + now.rowsRefused >= before.rowsKept
    }
    var result = self
    result.settled = settled.filter(isSettled)
    result.unread = settled.filter { !isSettled($0) }
    return result
  }
}

/// What makes a point the same from one letter to the next.
private struct Point: Hashable {
  let file: String
  let code: String
  let header: String
  let severity: Finding.Severity

  init(_ finding: Finding) {
    file = finding.file
    code = finding.code
    header = finding.header.map(normalForm) ?? ""
    severity = finding.severity
  }
}

private func groups(_ findings: [Finding]) -> [Point: [Finding]] {
  Dictionary(grouping: findings.filter { $0.severity <= .warning }, by: Point.init)
}

private func matched(_ old: [Finding], _ new: [Finding]) -> (settled: [Finding], remaining: [Finding], new: [Finding]) {
  var left = old
  var remaining: [Finding] = []
  var unmatched: [Finding] = []
  for finding in new {
    if let same = left.firstIndex(where: { $0.line == finding.line }) {
      left.remove(at: same)
      remaining.append(finding)
    } else {
      unmatched.append(finding)
    }
  }
  let moved = min(left.count, unmatched.count)
  remaining += unmatched.prefix(moved)
  return (Array(left.dropFirst(moved)), remaining, Array(unmatched.dropFirst(moved)))
}

/// Files that are owed and did not come, as points of a letter.
func missingFiles(_ deliveries: [Delivery], association: Association.ID) -> [Finding] {
  deliveries.filter {
    $0.association == association && $0.isAwaited
  }.map { delivery in
    Finding(
      .missingFile, .file, association: association, kind: delivery.kind, month: delivery.month,
      file: delivery.name, rule: "fichier attendu, non reçu",
      remedy: "le déposer")
  }
}
