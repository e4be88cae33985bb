import Domain

/// Finds what told a finding: of the cells about to be published, those without which less would be known.
struct Tracing {
  private let evidence: Evidence
  private let puzzle: Puzzle
  private let limits: [Int: ClosedRange<Int>]
  private let parts: [[Int]]
  private var partOf: [Int: Int] = [:]
  private var rooms: [Int: Room] = [:]

  /// `outside`: of those who know the marks, the one who knows on which side each number stands; the others have no bounds to blame.
  init(_ evidence: Evidence, _ outside: Outside) {
    self.evidence = evidence
    // What is shown and marked narrows the room afterwards: so the solver can tell on which of it an answer rests.
    puzzle = Puzzle(evidence, outside, .unfilled)
    limits = evidence.limits(outside)
    parts = puzzle.parts()
    for (place, part) in parts.enumerated() { for unknown in part { partOf[unknown] = place } }
  }

  /// `width`: how wide the interval had to be.
  mutating func clues(of finding: Inquiry.Finding, width: Int) -> [[Clue]] {
    let unknown = finding.secret.unknown
    guard let place = partOf[unknown] else { return [] }
    let room = rooms[place] ?? Room(parts[place], puzzle, limits: limits)
    rooms[place] = room
    let support = room.support(of: unknown)
    var told = support?.unknowns.compactMap { evidence.clues[$0] } ?? []
    if told.isEmpty || support.map({ $0.interval.upperBound - $0.interval.lowerBound >= width }) ?? true {
      // Whole numbers alone find it: what stands nearest is as good as any.
      told += room.nearest(to: unknown) { evidence.clues[$0] != nil }.compactMap { evidence.clues[$0] }
    }
    return distinct(told)
  }
}

extension Evidence {
  /// By unknown, what is shown of it and what its marks say.
  fileprivate func limits(_ outside: Outside) -> [Int: ClosedRange<Int>] {
    var limits: [Int: ClosedRange<Int>] = [:]
    for (place, unknown) in unknowns.enumerated() where unknown.isShown {
      limits[place] = unknown.number...unknown.number
    }
    for (mark, _) in marks where outside != .unmarked && limits[mark.unknown] == nil {
      switch mark.meaning {
      case .few: limits[mark.unknown] = 1...(mark.threshold - 1)
      case .noneOrMany: limits[mark.unknown] = number(mark.unknown) == 0 ? 0...0 : mark.threshold...Puzzle.endless
      }
    }
    return limits
  }
}
