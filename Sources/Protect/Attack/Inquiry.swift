import Domain
import Solver

/// What somebody finds out of the secrets, and could not before.
struct Inquiry: Sendable {
  struct Finding: Sendable {
    let secret: Secret
    let interval: ClosedRange<Int>
  }

  private let now: Puzzle
  private let before: Puzzle
  private let evidence: Evidence
  private let isPromised: @Sendable (Secret) -> Bool
  private let width: @Sendable (Secret) -> Int
  private let isNew: [Bool]

  init(
    _ evidence: Evidence, _ outside: Outside, _ isPromised: @escaping @Sendable (Secret) -> Bool,
    width: @escaping @Sendable (Secret) -> Int
  ) {
    self.evidence = evidence
    self.isPromised = isPromised
    self.width = width
    now = Puzzle(evidence, outside, .everything)
    before = Puzzle(evidence, outside, .before)
    isNew = now.low.indices.map { [now, before] place in
      place >= before.low.count || place >= evidence.unknowns.count || !evidence.unknowns[place].isOld
        || now.low[place] != before.low[place] || now.high[place] != before.high[place]
    }
  }

  /// In the order of the secrets.
  func findings() -> [Finding] {
    var broken: [(Int, Finding)] = []
    var byUnknown: [Int: [Int]] = [:]
    for (place, secret) in evidence.secrets.enumerated() where isPromised(secret) {
      byUnknown[secret.unknown, default: []].append(place)
      // Bounds alone find it.
      if now.isFixed(secret.unknown), isNew[secret.unknown] {
        let value = now.low[secret.unknown]
        broken.append((place, Finding(secret: secret, interval: value...value)))
      }
    }
    let parts = now.parts().map { part in (part: part, places: part.flatMap { byUnknown[$0] ?? [] }) }
      .filter { !$0.places.isEmpty && $0.part.contains(where: isTouched) }
      .sorted { $0.part.count > $1.part.count }
    broken += sideBySide(parts.count) { search(parts[$0].part, parts[$0].places) }.joined()
    var rooms = EarlierRooms(before)
    return broken.filter { !rooms.knew($0.1) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Something new is said of it.
  private func isTouched(_ unknown: Int) -> Bool {
    isNew[unknown]
      || now.uses[unknown].contains { place in
        place >= evidence.equations.count || !evidence.equations[place].isOld
          || now.equations[place].terms.contains { isNew[$0.place] }
      }
  }

  private func search(_ part: [Int], _ places: [Int]) -> [(Int, Finding)] {
    let room = Room(part, now)
    let secrets = places.map { ($0, evidence.secrets[$0]) }
    room.lookAround(for: distinct(secrets.map(\.1.unknown)))
    return secrets.compactMap { place, secret in
      if room.isOpen(secret.unknown, by: width(secret)) { return nil }
      let interval = room.interval(of: secret.unknown, enough: width(secret))
      return interval.upperBound - interval.lowerBound < width(secret)
        ? (place, Finding(secret: secret, interval: interval)) : nil
    }
  }
}

/// What was found before anything new was told.
private struct EarlierRooms {
  private let puzzle: Puzzle
  private var parts: [[Int]]?
  private var partOf: [Int: Int] = [:]
  private var rooms: [Int: Room] = [:]

  init(_ puzzle: Puzzle) { self.puzzle = puzzle }

  /// At least as much was known.
  mutating func knew(_ finding: Inquiry.Finding) -> Bool {
    let unknown = finding.secret.unknown
    let found = finding.interval
    guard unknown < puzzle.low.count else { return false }
    if puzzle.isFixed(unknown) { return found.contains(puzzle.low[unknown]) }
    if parts == nil {
      parts = puzzle.parts()
      for (place, part) in parts!.enumerated() { for unknown in part { partOf[unknown] = place } }
    }
    guard let place = partOf[unknown] else { return false }
    let room = rooms[place] ?? Room(parts![place], puzzle)
    rooms[place] = room
    let width = found.upperBound - found.lowerBound
    let interval = room.interval(of: unknown, enough: width + 1)
    return found.lowerBound <= interval.lowerBound && interval.upperBound <= found.upperBound
  }
}
