import Domain

/// A cell of some month's reports.
package struct CellOfMonth: Hashable, Sendable {
  package let month: Month
  package let key: Figures.Key
}
