/// `lower ≤ Σ times × unknown ≤ upper`.
struct Equation: Hashable, Sendable {
  let terms: [Weight]
  /// nil: no bound on that side.
  let lower: Int?
  let upper: Int?

  init(_ terms: [Weight], _ lower: Int?, _ upper: Int?) {
    self.terms = terms
    self.lower = lower
    self.upper = upper
  }

  /// How parts stand to a whole.
  enum Sign { case equal, atMost, atLeast }

  init(_ parts: [Int], _ sign: Sign, _ whole: Int) {
    terms = [Weight](adding: parts.map { ($0, 1) } + [(whole, -1)])
    lower = sign == .atMost ? nil : 0
    upper = sign == .atLeast ? nil : 0
  }

  func holds(for numbers: (Int) -> Int) -> Bool {
    let sum = terms.sum(numbers)
    return (lower ?? sum) <= sum && sum <= (upper ?? sum)
  }
}
