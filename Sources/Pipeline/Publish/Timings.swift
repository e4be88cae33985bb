import Host

/// How long each stage took, for `--timings`. Not in any report.
package final class Timings {
  package private(set) var stages: [(name: String, milliseconds: Double)] = []
  private let start = Clock.ticks
  /// Who hears of each stage as it begins.
  let progress: Headway

  package init(_ progress: Headway = .unheard) { self.progress = progress }

  package func measure<Result>(_ name: String, _ stage: () throws -> Result) rethrows -> Result {
    progress.step(name)
    let before = Clock.ticks
    defer { stages.append((name, Double(Clock.ticks - before) / 1e6)) }
    return try stage()
  }

  package var total: Double { Double(Clock.ticks - start) / 1e6 }
}
