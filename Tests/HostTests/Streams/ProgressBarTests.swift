import Synchronization
import Testing

@testable import Host

@Suite struct ProgressBarTests {
  private static let second: UInt64 = 1_000_000_000

  private func state(_ done: Int, _ total: Int) -> ProgressBar.State {
    ProgressBar.State(
      isShown: false, pausedUntil: 0, start: 0, step: "calcul", done: done, total: total, unit: "mois", countStart: 0)
  }

  @Test(
    "step, how many are done, time left",
    arguments: [
      (0, 10, "calcul [..............................] 0/10 mois"),
      (5, 10, "calcul [###############...............] 5/10 mois, reste 8 s"),
      (1, 100, "calcul [..............................] 1/100 mois, reste 13 min 12 s"),
      (10, 10, "calcul [##############################] 10/10 mois"),
    ])
  func drawn(_ done: Int, _ total: Int, _ line: String) {
    #expect(ProgressBar.line(state(done, total), now: 8 * Self.second, columns: 79) == line)
  }

  @Test("without a count, since when") func uncounted() {
    #expect(ProgressBar.line(state(0, 0), now: 75 * Self.second, columns: 79) == "calcul, 1 min 15 s")
  }

  @Test("never wider than the window", arguments: 1...100) func narrow(_ columns: Int) {
    for total in [0, 7, 12345] {
      #expect(ProgressBar.line(state(total / 2, total), now: 4 * Self.second, columns: columns).count <= columns)
    }
  }

  @Test("where nobody looks nothing is told, and the work is done") func unheard() {
    #expect(
      ProgressBar.during { progress in
        progress.step("x"); return 7
      } == 7)
  }

  @Test("whoever listens hears all of it") func heard() {
    let heard = Mutex<[Headway.Event]>([])
    let progress = Headway { event in heard.withLock { $0.append(event) } }
    progress.step("lecture")
    progress.count(1, of: 2, "fichiers")
    #expect(heard.withLock { $0 } == [.step("lecture"), .count(done: 1, total: 2, unit: "fichiers")])
  }
}
