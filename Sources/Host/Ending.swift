import CHost
import Glibc
import Synchronization

/// Ends the program after a signal where no safe point is reached: in the middle of a long file, of a sum, of a workbook. What is
/// half done is undone from here, and the program ends as if it had been killed, which its order of writing allows at any moment.
package enum Ending {
  /// What safe points are given, in milliseconds, and what undoing may take.
  private static let (patience, undoing): (UInt32, UInt32) = (500, 2000)

  private struct Undo: Sendable {
    let id: Int
    let body: @Sendable () -> Void
  }
  private static let undos = Mutex<(last: Int, all: [Undo])>((0, []))
  /// Held while something happens that must happen whole, and from the moment at which the program is being ended.
  private static let gate = Mutex(())
  private static let isBegun = Atomic(false)
  private static let isUndone = Atomic(false)

  static func watch() {
    // Without the thread there is still every safe point.
    _ = bilan_start_thread {
      bilan_await_signal()
      Clock.pause(milliseconds: Ending.patience)
      _ = bilan_start_thread { Ending.undoAll() }
      var waited: UInt32 = 0
      while !Ending.isUndone.load(ordering: .acquiring), waited < Ending.undoing {
        Clock.pause(milliseconds: 10)
        waited += 10
      }
      guard let asked = Interruption.asked else { return }
      Output.error.say(asked.text + "\n")
      _exit(asked.exitCode.rawValue)
    }
  }

  private static func undoAll() {
    gate.withLock { _ in
      isBegun.store(true, ordering: .releasing)
      for undo in undos.withLock({ $0.all.reversed() }) { undo.body() }
      isUndone.store(true, ordering: .releasing)
      // What waits at the gate must not go on: the program is about to end.
      while true { Clock.pause(milliseconds: 1000) }
    }
  }

  fileprivate static func add(_ body: @escaping @Sendable () -> Void) -> Int {
    undos.withLock { undos in
      undos.last += 1
      undos.all.append(Undo(id: undos.last, body: body))
      return undos.last
    }
  }

  fileprivate static func drop(_ id: Int) { undos.withLock { $0.all.removeAll { $0.id == id } } }

  fileprivate static func whole(_ body: () throws -> Void) throws { try gate.withLock { _ in try body() } }

  /// Where the program is being ended already, this does not return: what goes wrong meanwhile is the undoing's doing, and not to
  /// be told.
  package static func giveWay() {
    if isBegun.load(ordering: .acquiring) { while true { Clock.pause(milliseconds: 1000) } }
  }
}

/// Does something that leaves things half done until it ends; `undo` puts them right if the program is ended meanwhile, from
/// another thread, the innermost first. (Errors are for whoever calls.)
package func undoable<Value>(_ undo: @escaping @Sendable () -> Void, _ body: () throws -> Value) rethrows -> Value {
  let id = Ending.add(undo)
  defer { Ending.drop(id) }
  return try body()
}

/// Does something that no signal may cut in two: short, and not within itself.
package func inOnePiece(_ body: () throws -> Void) throws { try Ending.whole(body) }
