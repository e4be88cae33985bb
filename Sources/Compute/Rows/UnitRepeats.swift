import Domain

/// Which rows of a month share their job, or their employee, with another row of it. Of every other unit its row is the only one: how
/// many there are is how many rows there are, and nobody needs to be told from anybody.
struct UnitRepeats {
  /// By table, by row.
  let isShared: [[Bool]]

  /// `tables`: all of one association's rows of one month.
  init(_ tables: [JobRows], ofEmployees: Bool) {
    let units = tables.map { ofEmployees ? $0.employee : $0.job }
    // 1: seen once; 2: more than once.
    var seen = [UInt8](repeating: 0, count: Int(units.lazy.compactMap { $0.max() }.max() ?? 0) + 1)
    for column in units {
      for unit in column { seen[Int(unit)] = min(seen[Int(unit)] + 1, 2) }
    }
    isShared = units.map { $0.map { seen[Int($0)] > 1 } }
  }
}
