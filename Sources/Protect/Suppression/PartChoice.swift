import Domain

/// The choice within one part of the system.
final class PartChoice {
  private let problem: Suppression
  private let targets: [Int]
  /// Candidates of the part, and the column of each.
  private let candidates: [Int]
  private let columns: [Int: Int]
  private let outsiders: [Outsider]
  private var cover: Cover
  private var isHidden: [Bool]
  /// By target and outsider, how wide the interval must be; 0: it need not be looked at.
  private var needs: [Int: [Int]] = [:]
  private var findings: [(alternatives: [[Int]], target: Int)] = []

  /// nil: it has nothing to protect.
  init?(_ part: [Int], of problem: Suppression) {
    let inside = Set(part)
    let targets = problem.targets.indices.filter { place in
      problem.targets[place].terms.contains { inside.contains($0.unknown) }
    }
    guard !targets.isEmpty else { return nil }
    self.problem = problem
    self.targets = targets
    candidates = problem.candidates.indices.filter { problem.candidates[$0].told.contains(where: inside.contains) }
    columns = Dictionary(uniqueKeysWithValues: candidates.enumerated().map { ($1, $0) })
    let reach = 2 * targets.reduce(1) { max($0, problem.targets[$1].width) }
    outsiders = [nil, problem.marks].map {
      Outsider(part, problem.system, problem.freedom, reach: reach, marks: $0)
    }
    cover = Cover(costs: candidates.map { problem.candidates[$0].cost })
    isHidden = candidates.map { _ in false }
    for target in targets { needs[target] = [problem.targets[target].width, 1] }
  }

  /// First with fractions, which is quick; then with whole numbers alone, which may find less.
  func choose() {
    for isWhole in [false, true] {
      // Each round learns something new, and there is only so much to learn.
      while learn(isWhole: isWhole) {
        // Where no cheapest choice is found, more is hidden, not less.
        isHidden = cover.cheapest() ?? zip(isHidden, cover.everything()).map { $0 || $1 }
      }
    }
  }

  /// Whether the outsiders found out anything that is not met by what is hidden now.
  private func learn(isWhole: Bool) -> Bool {
    for outsider in outsiders {
      outsider.see(
        isShown: { problem.isShown($0, isChosen) }, isMarked: { problem.isMarked($0, isChosen) })
    }
    var hasLearnt = false
    for target in targets where problem.targets[target].candidate.map(isChosen) ?? true {
      for (view, outsider) in outsiders.enumerated() {
        let need = needs[target]![view]
        guard need > 0, !cover.isWaived(target) || view == 0 else { continue }
        let finding = outsider.look(at: problem.targets[target], enough: need, isWhole: isWhole)
        if finding.width < need { hasLearnt = demand(finding, target, view: view, isWhole) || hasLearnt }
      }
    }
    return hasLearnt
  }

  private func demand(_ finding: Outsider.Finding, _ target: Int, view: Int, _ isWhole: Bool) -> Bool {
    var alternatives = self.alternatives(finding.blame, view)
    // Where fractions would be wide enough, those to blame are not all: anything that is shown may help.
    if isWhole, alternatives.isEmpty { alternatives = self.alternatives(outsiders[view].unknowns, view) }
    guard !alternatives.isEmpty else {
      // What was published before gives it away so far; not further.
      needs[target]![view] = finding.width
      return false
    }
    findings.append((alternatives, target))
    return cover.add(
      Cover.Demand(
        alternatives: alternatives, condition: problem.targets[target].candidate.flatMap { columns[$0] },
        waiver: view == 1 && problem.targets[target].isSecondary ? target : nil))
  }

  /// What could still be hidden, or marked otherwise, of numbers that are shown or marked.
  private func alternatives(_ blame: [Int], _ view: Int) -> [[Int]] {
    blame.flatMap { unknown in
      [problem.tellers[unknown]] + (view == 1 ? [problem.markers[unknown]] : [])
    }.map { steps in steps.filter { !isChosen($0) }.compactMap { columns[$0] } }.filter { !$0.isEmpty }
  }

  private func isChosen(_ candidate: Int) -> Bool { columns[candidate].map { isHidden[$0] } ?? false }

  func tell(_ choice: inout Suppression.Choice) {
    for (column, candidate) in candidates.enumerated() where isHidden[column] { choice.isHidden[candidate] = true }
    for finding in findings {
      // Where one of them alone meets a demand, it is there for that target.
      let meeting = finding.alternatives.filter { $0.allSatisfy { isHidden[$0] } }
      guard meeting.count == 1 else { continue }
      for column in meeting[0] { choice.protected[candidates[column], default: []].insert(finding.target) }
    }
  }
}
