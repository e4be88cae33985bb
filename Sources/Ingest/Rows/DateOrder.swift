/// What the dates of one column say of the order of day and month.
struct DateOrder {
  /// Place of the first whose second number can be no month while its first one could.
  private(set) var firstSuspect: (line: Int, row: Int)?
  private var suspects = 0
  /// Whether one was seen of which the first number can be no month: what the others say is nothing more.
  private(set) var isDayFirst = false

  mutating func addSuspect(line: Int, row: Int) {
    if firstSuspect == nil { firstSuspect = (line, row) }
    suspects += 1
  }
  /// One whose first number can be no month.
  @inline(__always)
  mutating func addDayFirst() { isDayFirst = true }

  /// Month before day: nothing else fits.
  var isMonthFirst: Bool { suspects > 0 && !isDayFirst }
}
