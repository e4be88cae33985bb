import Domain

/// The choice of the cells that are hidden so that no hidden count can be computed back, at the least cost: a set of demands that
/// grows until both outsiders find out nothing. Each demand is one of their findings: "if none of these shown cells were hidden, that
/// count would be known". So the choice costs as little as any that holds, as long as the covers are solved to the end.
struct Suppression {
  let system: CountSystem
  let candidates: [Candidate]
  let targets: [Target]
  private let knownBefore: [Bool]
  private let tellers: [[Int]]
  private let freedom: Freedom
  private let marks: Outsider.Marks

  /// What was chosen: by candidate, whether it is hidden; and which targets each protects.
  struct Choice {
    var isHidden: [Bool]
    var protected: [Int: Set<Int>]
    /// Targets that nothing that is still to be published can protect: given away by what was published before.
    var givenAway: Set<Int>
  }

  init(
    _ system: CountSystem, candidates: [Candidate], targets: [Target], knownBefore: [Bool], marks: Outsider.Marks
  ) {
    self.system = system
    self.candidates = candidates
    self.targets = targets
    self.knownBefore = knownBefore
    self.marks = marks
    var tellers = [[Int]](repeating: [], count: system.unknowns.count)
    for (place, candidate) in candidates.enumerated() { for unknown in candidate.told { tellers[unknown].append(place) } }
    self.tellers = tellers
    freedom = Freedom(system, known: knownBefore)
  }

  func choose() -> Choice {
    var choice = Choice(isHidden: candidates.map { _ in false }, protected: [:], givenAway: [])
    for part in freedom.parts(system) where part.contains(where: { !tellers[$0].isEmpty }) {
      choose(within: part, &choice)
    }
    return choice
  }

  private func choose(within part: [Int], _ choice: inout Choice) {
    let inside = Set(part)
    let own = targets.indices.filter { targets[$0].terms.contains { inside.contains($0.unknown) } }
    guard !own.isEmpty else { return }
    let reach = 2 * own.reduce(1) { max($0, targets[$1].width) }
    let outsiders = [nil, marks].map { Outsider(part, system, freedom, reach: reach, marks: $0) }
    let places = candidates.indices.filter { candidates[$0].told.contains(where: inside.contains) }
    var columns: [Int: Int] = [:]
    for (column, place) in places.enumerated() { columns[place] = column }
    var cover = Cover(costs: places.map { candidates[$0].cost })
    var needs: [Int: [Int]] = [:]
    for target in own { needs[target] = [targets[target].width, 1] }

    var isHidden = places.map { _ in false }
    var blamed: [(Int, Int)] = []
    rounds: while true {
      for (column, place) in places.enumerated() { choice.isHidden[place] = isHidden[column] }
      for outsider in outsiders { outsider.see { isShown($0, choice.isHidden) } }
      var isNew = false
      for target in own where targets[target].candidate.map({ choice.isHidden[$0] }) ?? true {
        for (view, outsider) in outsiders.enumerated() {
          guard let need = needs[target]?[view], need > 0 else { continue }
          let finding = outsider.look(at: targets[target], enough: need, isWhole: false)
          guard finding.width < need else { continue }
          let alternatives = finding.blame.map { unknown in
            tellers[unknown].filter { !choice.isHidden[$0] }.compactMap { columns[$0] }
          }
          let condition = targets[target].candidate.flatMap { columns[$0] }
          if alternatives.isEmpty {
            // What was published before gives it away as far as that; no more of it.
            needs[target]?[view] = finding.width
            choice.givenAway.insert(target)
            continue
          }
          if cover.add(Cover.Demand(alternatives: alternatives, condition: condition)) { isNew = true }
          for column in alternatives.flatMap({ $0 }) { blamed.append((places[column], target)) }
        }
      }
      guard isNew, let next = cover.cheapest() else { break rounds }
      isHidden = next
    }
    for (place, target) in blamed where choice.isHidden[place] {
      choice.protected[place, default: []].insert(target)
    }
  }

  private func isShown(_ unknown: Int, _ isHidden: [Bool]) -> Bool {
    knownBefore[unknown] || tellers[unknown].contains { !isHidden[$0] }
  }
}
