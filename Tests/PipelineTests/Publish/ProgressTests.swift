import Domain
import Foundation
import Synchronization
import Testing

@testable import Host
@testable import Pipeline

/// What whoever waits hears of long work.
@Suite struct ProgressTests {
  private final class Ear: Sendable {
    let heard = Mutex<[Headway.Event]>([])
    var progress: Headway { Headway { event in self.heard.withLock { $0.append(event) } } }
    /// How many of a unit were done, in the order in which it was told.
    func counts(_ unit: String) -> [[Int]] {
      heard.withLock { events in
        events.compactMap { event in
          if case .count(let done, let total, unit) = event { [done, total] } else { nil }
        }
      }
    }
    var steps: Set<String> {
      heard.withLock { events in
        Set(events.compactMap { event in if case .step(let name) = event { name } else { nil } })
      }
    }
  }

  private func small() throws -> SmallProgramme {
    let small = try SmallProgramme()
    for month in ["2022-01", "2022-02", "2022-03"] { try small.jobs("adds", month, "1 cree 1") }
    return small
  }

  @Test("a series of months: each file, then each month, then what is done with it") func run() throws {
    let (small, ear) = (try small(), Ear())
    var request = RunRequest()
    (request.first, request.last) = (Month("2022-01"), Month("2022-03"))
    try runMonths(
      request, inputs: InputsFolder(small.inputs.path), reports: small.reports, timings: Timings(ear.progress),
      say: { _ in }, done: { _, _ in })
    #expect(ear.counts("fichiers").sorted { $0[0] < $1[0] } == [[0, 3], [1, 3], [2, 3]])
    #expect(ear.counts("mois") == [[0, 3], [1, 3], [2, 3]])
    #expect(ear.steps.isSuperset(of: ["lecture", "calcul", "rapports", "secret", "publication"]))
  }

  @Test("verify, plan, and a ledger made again") func others() throws {
    let small = try small()
    try small.run("2022-01", to: "2022-03")
    let (verify, plan, rebuild) = (Ear(), Ear(), Ear())
    _ = try verifyEditions(nil, reports: small.reports, progress: verify.progress)
    #expect(verify.counts("éditions") == [[0, 3], [1, 3], [2, 3]])
    var request = RunRequest()
    (request.first, request.last) = (Month("2022-01"), Month("2022-02"))
    _ = try planMonths(
      request, inputs: InputsFolder(small.inputs.path), reports: small.reports, progress: plan.progress)
    #expect(plan.counts("mois") == [[0, 3], [1, 3], [2, 3]])
    try FileManager.default.removeItem(atPath: small.reports.ledger)
    _ = try rebuildLedger(small.reports, progress: rebuild.progress)
    #expect(rebuild.counts("éditions").count == 3)
  }
}
