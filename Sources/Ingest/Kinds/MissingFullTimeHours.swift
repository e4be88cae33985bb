import Domain
import Failures

/// A scheme whose full-time hours nobody gave: the reference table must be completed. Not a fault of the export.
package struct MissingFullTimeHours: Failure, Hashable {
  package let scheme: Scheme?
  package let month: Month

  package var exitCode: ExitCode { .configuration }
  package var message: String {
    let contract = scheme?.id ?? "permanent"
    return "reference/full-time-hours.csv : pas d'heures annuelles pour « \(contract) » en \(month.french)."
  }
  package var remedy: String? { "Ajouter une ligne valable à cette date, avec sa source." }
}
