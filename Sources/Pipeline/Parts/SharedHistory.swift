import Domain
import Synchronization

/// What reports show over time, by month, for editions made from the same inputs one after the other: each shows the twelve months before
/// it, of which the edition before showed eleven, and a month's figures are the same in all of them. One for each run: inputs, definitions
/// and what is asked of a month are the same as long as it lives.
final class SharedHistory: Sendable {
  private let months = Mutex<[Month: Figures]>([:])

  func figures(of month: Month, _ compute: () throws -> Figures) rethrows -> Figures {
    if let known = months.withLock({ $0[month] }) { return known }
    let figures = try compute()
    months.withLock { months in
      // A month that far back is not shown again.
      months = months.filter { $0.key >= month.advanced(by: -12) }
      months[month] = figures
    }
    return figures
  }
}
