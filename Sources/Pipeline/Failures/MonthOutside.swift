import Domain
import Failures

/// A month before the programme began: nothing could be said of it.
package struct MonthOutside: Failure, Hashable {
  package let month: Month
  package let start: Month

  package var exitCode: ExitCode { .usage }
  package var message: String { "\(month) : avant le début du programme (\(start))." }
  package var remedy: String? { "Choisir un mois à partir de \(start.french)." }
}
