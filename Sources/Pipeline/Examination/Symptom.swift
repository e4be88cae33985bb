import Failures

/// One thing that `doctor` looked at.
package struct Symptom: Sendable {
  package enum State: String, Hashable, Sendable {
    case fine, doubtful, wrong
  }
  package let what: String
  package let state: State
  /// In French; where something is wrong, what to do.
  package let french: String
}

extension Symptom {
  /// What a look at something gives; what it throws is wrong.
  init(_ what: String, _ look: () throws -> (State, String)) {
    self.what = what
    do { (state, french) = try look() } catch {
      state = .wrong
      french = error.asFailure.oneLine
    }
  }
}

extension [Symptom] {
  var hasWrong: Bool { contains { $0.state == .wrong } }
}
