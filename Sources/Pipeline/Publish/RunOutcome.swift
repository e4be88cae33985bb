import Domain

/// How a run of a month ended well.
package enum RunOutcome: Sendable {
  case published(Published)
  case unchanged(edition: String)
  /// Closed, changed, and left as it is.
  case leftClosed(edition: String)
  /// Owed files still to come before the due day.
  case waiting(files: [String], until: Day)
}

package struct Published: Sendable {
  package let edition: Edition
  package let checked: CheckedMonth
  /// nil for a first edition.
  package let comparison: Comparison?
  package let figures: Figures
  package let files: [String]
}
