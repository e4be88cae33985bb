/// What a run publishes for a month: `2022-05.1`, `2022-05.2`, … one chain, each superseding the one before.
package struct Edition: Hashable, Sendable, CustomStringConvertible {
  package var month: Month
  package var number: Int
  /// Why it revises the one before; nil for the first.
  package var reason: String?
  /// How many figures are not what the one before said.
  package var changes: Int
  /// Everything that changed since, whether a figure moved or not; empty for the first.
  package var causes: [RevisionCause]
  /// nil for the first.
  package var materiality: Materiality?
  package init(
    month: Month, number: Int, reason: String? = nil, changes: Int = 0, causes: [RevisionCause] = [],
    materiality: Materiality? = nil
  ) {
    self.month = month
    self.number = number
    self.reason = reason
    self.changes = changes
    self.causes = causes
    self.materiality = materiality
  }
  package var description: String { "\(month).\(number)" }
  package var predecessor: String? { number > 1 ? "\(month).\(number - 1)" : nil }
}
