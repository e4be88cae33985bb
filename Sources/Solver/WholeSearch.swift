/// How an answer in whole numbers is sought.
package enum WholeSearch: Sendable {
  /// From the best answer in fractions; each branch is weighed. Best where the programme is small or its answers are nearly whole.
  case warm
  /// What bounds and rows fix is taken out first, and the rest is begun anew; each branch is weighed. An answer in fractions that many
  /// questions led to can be so far from any in whole numbers that branches from it find none in an hour.
  case fresh
  /// As ``fresh``, but branches are taken as they come. Weighing asks for a row of the simplex table for every fraction before each
  /// branch: half of all time where any good answer will do, and many branches saved where it must be known that there is none.
  case quick
  /// As ``quick``, between an answer in whole numbers that is known, by column, and the best in fractions: what both have alike is held
  /// there, which leaves a small programme. It finds at least the one that is known, and may miss the best.
  case nearby([Double])

  var isFresh: Bool { if case .warm = self { false } else { true } }
  var isThorough: Bool {
    switch self {
    case .warm, .fresh: true
    case .quick, .nearby: false
    }
  }
}
