/// `lower ≤ Σ coefficient × unknown ≤ upper`: something that everybody knows of the numbers behind reports, and that is true of
/// them.
struct Relation: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    let unknown: Int
    let coefficient: Int
  }
  /// By unknown, each once.
  let terms: [Term]
  /// nil: no bound on that side.
  let lower: Int?
  let upper: Int?

  init(_ terms: [(Int, Int)], lower: Int?, upper: Int?) {
    var sums: [Int: Int] = [:]
    for (unknown, coefficient) in terms { sums[unknown, default: 0] += coefficient }
    self.terms = sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map {
      Term(unknown: $0.key, coefficient: $0.value)
    }
    self.lower = lower
    self.upper = upper
  }

  /// The parts add up to the whole.
  static func sum(_ parts: [Int], is whole: Int) -> Relation {
    Relation(parts.map { ($0, 1) } + [(whole, -1)], lower: 0, upper: 0)
  }
  static func sum(_ parts: [Int], isAtMost whole: Int) -> Relation {
    Relation(parts.map { ($0, 1) } + [(whole, -1)], lower: nil, upper: 0)
  }
  static func sum(_ parts: [Int], isAtLeast whole: Int) -> Relation {
    Relation(parts.map { ($0, 1) } + [(whole, -1)], lower: 0, upper: nil)
  }
  static func same(_ a: Int, _ b: Int) -> Relation { Relation([(a, 1), (b, -1)], lower: 0, upper: 0) }

  func value(_ numbers: (Int) -> Int) -> Int { terms.reduce(0) { $0 + $1.coefficient * numbers($1.unknown) } }
}
