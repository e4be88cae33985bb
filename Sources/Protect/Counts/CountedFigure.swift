/// What a printed figure tells of counts of persons, by their places in ``PersonCounts``.
enum CountedFigure: Hashable, Sendable {
  /// It is the count.
  case count(Int)
  /// A difference or a sum: `made` is its value, and the counts it is made of with their signs.
  case made(Int, of: [Int: Int])
  /// A rate, printed with its numerator and its denominator. nil: that side counts no persons.
  case rate(of: Int?, over: Int?)
  /// Anything else: whoever sees it is taken to see these.
  case telling([Int])

  /// Whoever sees the figure knows these.
  var told: [Int] {
    switch self {
    case .count(let count): return [count]
    case .made(let made, _): return [made]
    case .rate(let of, let over): return [of, over].compactMap { $0 }
    case .telling(let counts): return counts
    }
  }
}
