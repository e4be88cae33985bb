/// Where an amount lies by habit: the median of its past, and three spreads to each side. In ten-thousandths.
///
/// The spread is half as much again as the median distance from the median (for a bell curve that is the standard
/// deviation, 1.4826 to be exact), so that one odd month of the past neither moves the middle nor widens the range. It has
/// a floor: a past that never moved has no spread at all, and every change would be a jump.
struct UsualRange: Equatable {
  let low: Int64
  let high: Int64
  /// Three spreads, and the last value of the past.
  private let reach: Int64
  private let last: Int64

  /// Fewer months say nothing of a habit; more than a year says nothing of today.
  static let months = 4...12

  /// `past` in order; nil where it is too short.
  init?(past: [Int64], leastSpread: Int64) {
    let past = past.suffix(UsualRange.months.upperBound)
    guard past.count >= UsualRange.months.lowerBound, let last = past.last else { return nil }
    let middle = UsualRange.median(past.sorted())
    let distance = UsualRange.median(past.map { abs($0 - middle) }.sorted())
    reach = 3 * max(distance * 3 / 2, leastSpread, abs(middle) / 20)
    low = max(0, middle - reach)
    high = middle + reach
    self.last = last
  }

  /// Outside the range, and as far from the month before as from the habit: what grows month by month is no jump, and a
  /// new level is said once, when it begins.
  func isJump(_ value: Int64) -> Bool {
    (value < low || value > high) && abs(value - last) > reach
  }

  private static func median(_ sorted: [Int64]) -> Int64 {
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
