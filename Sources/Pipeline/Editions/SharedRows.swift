import Domain
import Ledger
import Synchronization

/// What the rows say that an edition wrote itself, once they were read: later editions take most of theirs over from it.
final class SharedRows: Sendable {
  private struct State {
    var findings: [String: [Finding]] = [:]
    var inputs: [String: [EditionInput]] = [:]
    var placed: Set<String> = []
    var unsealed: Set<String>?
    var archives: [String: String] = [:]
  }
  private let state = Mutex(State())

  /// For each row of its own; `read` where nobody asked before.
  func findings(of edition: String, _ read: () throws -> [Finding]) rethrows -> [Finding] {
    if let known = state.withLock({ $0.findings[edition] }) { return known }
    let found = try read()
    state.withLock { $0.findings[edition] = found }
    return found
  }

  func inputs(of edition: String, _ read: () throws -> [EditionInput]) rethrows -> [EditionInput] {
    if let known = state.withLock({ $0.inputs[edition] }) { return known }
    let found = try read()
    state.withLock { $0.inputs[edition] = found }
    return found
  }

  /// That the rows of its files stand where its copy says.
  func oncePlaced(_ edition: String, _ check: () throws -> Void) rethrows {
    if state.withLock({ $0.placed.contains(edition) }) { return }
    try check()
    state.withLock { _ = $0.placed.insert(edition) }
  }

  /// Files of the archive of which a reading is not what was noted.
  func unsealed(_ find: () throws -> Set<String>) rethrows -> Set<String> {
    if let known = state.withLock({ $0.unsealed }) { return known }
    let found = try find()
    state.withLock { $0.unsealed = found }
    return found
  }

  /// SHA-256 of files of the archive by name, these among them where the ledger knows them; `read` gives all.
  func archives(_ names: some Sequence<String>, _ read: () throws -> [String: String]) rethrows -> [String: String] {
    let known = state.withLock { $0.archives }
    if names.allSatisfy({ known[$0] != nil }) { return known }
    let found = try read()
    state.withLock { $0.archives = found }
    return found
  }
}
