import Protect
import Synchronization

/// What editions told, once it was worked out: a run of many months asks at each of them, and then there is one more.
final class ToldBefore: Sendable {
  private struct State {
    /// Files of the definitions under which it is asked.
    var definitions: [String] = []
    var ofEditions: [String: [Publication]] = [:]
    /// Of the editions asked for last, side by side.
    var last: (editions: [String], told: [Publication]) = ([], [])
  }
  private let state = Mutex(State())

  /// Of these editions, in their order; `find` where nobody asked before.
  func publications(
    of editions: [String], _ definitions: [String], _ find: (String) throws -> [Publication]
  ) rethrows -> [Publication] {
    // Taken out, so that it grows in its place.
    var (known, told) = state.withLock { state in
      if state.definitions != definitions { state = State(definitions: definitions) }
      defer { state.last = ([], []) }
      return state.last
    }
    if !editions.starts(with: known) { (known, told) = ([], []) }
    for edition in editions.dropFirst(known.count) {
      if let before = state.withLock({ $0.definitions == definitions ? $0.ofEditions[edition] : nil }) {
        told += before
      } else {
        let found = try find(edition)
        state.withLock { if $0.definitions == definitions { $0.ofEditions[edition] = found } }
        told += found
      }
    }
    state.withLock { if $0.definitions == definitions { $0.last = (editions, told) } }
    return told
  }
}
