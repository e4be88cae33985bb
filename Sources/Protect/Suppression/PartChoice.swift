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
  /// The same, and what meets the findings of this round.
  private var tried: [Bool]
  /// By target and outsider, how wide the interval must be; 0: it need not be looked at.
  private var needs: [Int: [Int]] = [:]
  private var findings: [(alternatives: [[Int]], target: CellOfMonth)] = []

  /// nil: it has nothing to protect.
  init?(_ part: [Int], of problem: Suppression) {
    let inside = Set(part)
    let targets = problem.targets.indices.filter { place in
      problem.targets[place].terms.contains { inside.contains($0.unknown) }
    }
    self.problem = problem
    self.targets = targets
    candidates = problem.candidates.indices.filter { problem.candidates[$0].told.contains(where: inside.contains) }
    columns = Dictionary(uniqueKeysWithValues: candidates.enumerated().map { ($1, $0) })
    cover = Cover(costs: candidates.map { problem.candidates[$0].cost })
    isHidden = candidates.map { _ in false }
    tried = isHidden
    let reach = 2 * targets.reduce(1) { max($0, problem.targets[$1].width) }
    outsiders = [nil, problem.marks].map {
      Outsider(
        part, problem.system, problem.freedom, reach: reach, marks: $0,
        joined: targets.map { problem.targets[$0].terms.map(\.unknown) },
        largeFrom: problem.largeFrom, isChoosable: { !problem.tellers[$0].isEmpty || !problem.markers[$0].isEmpty })
    }
    for target in targets { needs[target] = [problem.targets[target].width, 1] }
    for lesson in problem.lessons { take(lesson) }
    if targets.isEmpty, findings.isEmpty { return nil }
  }

  private func take(_ lesson: Lesson) {
    let alternatives = lesson.alternatives.map { $0.compactMap { columns[$0] } }.filter { !$0.isEmpty }
    let condition = lesson.condition.flatMap { columns[$0] }
    guard !alternatives.isEmpty || condition != nil else { return }
    _ = cover.add(Cover.Demand(alternatives: alternatives, condition: condition, waiver: nil))
    findings.append((alternatives, lesson.cell))
  }

  /// First with fractions, which is quick; then with whole numbers alone, which may find less.
  func choose() {
    if !findings.isEmpty { isHidden = cover.cheapest() ?? cover.everything() }
    for isWhole in [false, true] {
      // Each round learns something new, and there is only so much to learn.
      while learn(isWhole: isWhole) {
        // Where no cheapest choice is found, more is hidden, not less.
        isHidden = cover.cheapest() ?? zip(isHidden, cover.everything()).map { $0 || $1 }
      }
    }
  }

  /// Whether the outsiders found out anything that is not met by what is hidden now. Each finding is met at once, by what is cheapest for it
  /// alone, and they are asked again, until they find nothing: so a round learns all that stands between what is hidden now and some
  /// choice that holds, and the cheapest cover of it is not far from the end.
  private func learn(isWhole: Bool) -> Bool {
    tried = isHidden
    see()
    var hasLearnt = false
    var asked: Set<Int> = []
    var waiting = askable(asked)
    while !waiting.isEmpty {
      for (view, outsider) in outsiders.enumerated() {
        outsider.lookAround(
          for: waiting.filter { isAsked($0, view) }.map { (problem.targets[$0], needs[$0]![view]) }, isWhole: isWhole)
      }
      for target in waiting {
        for view in outsiders.indices where isAsked(target, view) {
          hasLearnt = meet(target, view, isWhole) || hasLearnt
        }
      }
      asked.formUnion(waiting)
      // What is hidden for another's sake is asked about, too.
      waiting = askable(asked)
    }
    return hasLearnt
  }

  private func askable(_ asked: Set<Int>) -> [Int] {
    targets.filter { !asked.contains($0) && (problem.targets[$0].candidate.map(isTried) ?? true) }
  }

  private func isAsked(_ target: Int, _ view: Int) -> Bool {
    needs[target]![view] > 0 && (view == 0 || !cover.isWaived(target))
  }

  private func see() {
    for outsider in outsiders {
      outsider.see(isShown: { problem.isShown($0, isTried) }, isMarked: { problem.isMarked($0, isTried) })
    }
  }

  /// Hides what is cheapest for one target until it cannot be found out. Whether anything new was demanded.
  private func meet(_ target: Int, _ view: Int, _ isWhole: Bool) -> Bool {
    var hasLearnt = false
    while true {
      let need = needs[target]![view]
      guard let finding = outsiders[view].look(at: problem.targets[target], enough: need, isWhole: isWhole) else {
        needs[target]![view] = 0
        return hasLearnt
      }
      guard finding.width < need, let demand = demand(finding, target, view, isWhole), cover.add(demand) else {
        return hasLearnt
      }
      hasLearnt = true
      let cheapest = demand.alternatives.min { cost(of: $0) < cost(of: $1) }!
      for column in cheapest { tried[column] = true }
      see()
    }
  }

  private func cost(of columns: [Int]) -> Int {
    columns.reduce(0) { $0 + (tried[$1] ? 0 : problem.candidates[candidates[$1]].cost) }
  }

  /// nil: nothing that could still be hidden would help.
  private func demand(_ finding: Outsider.Finding, _ target: Int, _ view: Int, _ isWhole: Bool) -> Cover.Demand? {
    var alternatives = self.alternatives(finding.blame, view)
    // Where fractions would be wide enough, those to blame are not all: anything that is shown may help.
    if isWhole, alternatives.isEmpty { alternatives = self.alternatives(finding.around, view) }
    guard !alternatives.isEmpty else {
      // What was published before gives it away so far; not further.
      needs[target]![view] = finding.width
      return nil
    }
    findings.append((alternatives, problem.cell(of: target)))
    return Cover.Demand(
      alternatives: alternatives, condition: problem.targets[target].candidate.flatMap { columns[$0] },
      waiver: view == 1 && problem.targets[target].isSecondary ? target : nil)
  }

  /// What could still be hidden, or marked otherwise, of numbers that are shown or marked.
  private func alternatives(_ blame: [Int], _ view: Int) -> [[Int]] {
    blame.flatMap { unknown in
      [problem.tellers[unknown]] + (view == 1 ? [problem.markers[unknown]] : [])
    }.map { steps in steps.filter { !isTried($0) }.compactMap { columns[$0] } }.filter { !$0.isEmpty }
  }

  private func isTried(_ candidate: Int) -> Bool { columns[candidate].map { tried[$0] } ?? false }

  var choice: Suppression.Choice {
    var choice = Suppression.Choice(hidden: Set(candidates.indices.filter { isHidden[$0] }.map { candidates[$0] }))
    for finding in findings {
      // Where one of them alone meets a demand, it is there for that target.
      let meeting = finding.alternatives.filter { $0.allSatisfy { isHidden[$0] } }
      guard meeting.count == 1 else { continue }
      for column in meeting[0] { choice.protected[candidates[column], default: []].append(finding.target) }
    }
    return choice
  }
}
