import Domain

/// One number that an outsider may want to know: a count of persons of a month, in a period and a cell.
struct Unknown: Hashable, Sendable {
  /// Its place in ``PersonCounts``.
  let count: Int
  let month: Month
  let horizon: Horizon
  let cell: Cell
  /// As it was computed. A correction makes another unknown of it; what stayed the same is the same one.
  let truth: Int
}
