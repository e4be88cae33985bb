/// A body that meets: CA, COPIL, COTECH, G2T.
package struct Instance: Hashable, Sendable {
  package var id: String
  package var label: Label
  package var aliases: [String]
  /// Each of its meetings belongs to an axis, which is then part of what tells two meetings apart.
  package var requiresAxis: Bool
  /// nil: not tracked, so its figures are *nd* and never 0.
  package var trackedFrom: Month?
  package init(id: String, label: Label, aliases: [String] = [], requiresAxis: Bool = false, trackedFrom: Month? = nil)
  {
    self.id = id
    self.label = label
    self.aliases = aliases
    self.requiresAxis = requiresAxis
    self.trackedFrom = trackedFrom
  }
  package func isTracked(in month: Month) -> Bool { trackedFrom.map { $0 <= month } ?? false }
}
