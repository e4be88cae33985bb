import CHost
import Synchronization

/// One line on standard error that says how far long work is, drawn again and again: step, how many are done, time left. Only on a
/// terminal that takes it, only after a second, and gone before anything else is said (``Output`` sees to that).
package enum ProgressBar {
  struct State {
    var isShown = false
    var pausedUntil: UInt64 = 0
    /// Since when; nil: nothing is going on.
    var start: UInt64?
    var step = ""
    var done = 0
    var total = 0
    var unit = ""
    /// Since the first of these was begun.
    var countStart: UInt64 = 0
  }
  private static let state = Mutex(State())
  /// Before it is drawn at first, and after something was said; nanoseconds.
  private static let (patience, pause): (UInt64, UInt64) = (1_000_000_000, 200_000_000)

  /// Does something that may last, with a bar for whoever waits.
  package static func during<Value>(isWanted: Bool = true, _ work: (Headway) throws -> Value) rethrows -> Value {
    guard isWanted, Window.obeys(.error), Window.columns(.error) != nil else { return try work(.unheard) }
    state.withLock { $0 = State(start: Clock.ticks) }
    defer { end() }
    _ = bilan_start_thread { ProgressBar.draw() }
    return try work(Headway { note($0) })
  }

  private static func note(_ event: Headway.Event) {
    state.withLock { state in
      switch event {
      case .step(let name): state.step = name
      case .count(let done, let total, let unit):
        if unit != state.unit || total != state.total || done == 0 { state.countStart = Clock.ticks }
        (state.done, state.total, state.unit) = (done, total, unit)
      }
    }
  }

  /// Until the work ends.
  private static func draw() {
    while true {
      Clock.pause(milliseconds: 100)
      let isOver = state.withLock { state in
        guard let start = state.start else { return true }
        let now = Clock.ticks
        guard now - start >= patience, now >= state.pausedUntil, let columns = Window.columns(.error) else {
          return false
        }
        // Nothing is broken off: it stands in one line, and ends before the last column.
        _ = writeAll(Output.error.rawValue, Array("\r\u{1B}[K\(line(state, now: now, columns: columns - 1))".utf8))
        state.isShown = true
        return false
      }
      if isOver { return }
    }
  }

  /// Off the screen for a moment: something is about to be said. (Not held while it is: a reader that does not read must not keep
  /// the program from being ended.)
  static func makeRoom() {
    state.withLock { state in
      erase(&state)
      state.pausedUntil = Clock.ticks + pause
    }
  }

  private static func end() {
    state.withLock { state in
      erase(&state)
      state.start = nil
    }
  }

  private static func erase(_ state: inout State) {
    guard state.isShown else { return }
    _ = writeAll(Output.error.rawValue, Array("\r\u{1B}[K".utf8))
    state.isShown = false
  }

  /// `calcul [########............] 7/11 mois, reste 4 s`
  static func line(_ state: State, now: UInt64, columns: Int) -> String {
    let step = state.step.isEmpty ? "en cours" : state.step
    guard state.total > 0 else { return String("\(step), \(seconds(now - (state.start ?? now)))".prefix(columns)) }
    var tail = " \(state.done)/\(state.total) \(state.unit)"
    if state.done > 0, state.done < state.total {
      let left = (now - state.countStart) / UInt64(state.done) * UInt64(state.total - state.done)
      tail += ", reste \(seconds(left))"
    }
    let room = min(30, columns - step.count - tail.count - 3)
    guard room >= 5 else { return String((step + tail).prefix(columns)) }
    let full = room * min(state.done, state.total) / state.total
    return step + " [" + String(repeating: "#", count: full) + String(repeating: ".", count: room - full) + "]" + tail
  }

  private static func seconds(_ ticks: UInt64) -> String {
    let seconds = Int(ticks / 1_000_000_000)
    return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
