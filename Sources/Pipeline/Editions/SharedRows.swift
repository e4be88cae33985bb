import Domain
import Ledger
import Synchronization

/// What the rows say that an edition wrote itself, once they were read: later editions take most of theirs over from it.
final class SharedRows: Sendable {
  private struct State {
    var findings: [String: [Finding]] = [:]
    var inputs: [String: [EditionInput]] = [:]
    var placed: Set<String> = []
    var sealed: Set<String> = []
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

  /// That the readings of the files that came with it are what was noted.
  func onceSealed(_ edition: String, _ check: () throws -> Void) rethrows {
    if state.withLock({ $0.sealed.contains(edition) }) { return }
    try check()
    state.withLock { _ = $0.sealed.insert(edition) }
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
