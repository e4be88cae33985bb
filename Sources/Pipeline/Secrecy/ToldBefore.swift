import Protect
import Synchronization

/// What editions told, once it was worked out: a run of many months asks at each of them.
final class ToldBefore: Sendable {
  private struct Key: Hashable {
    let edition: String
    /// Files of the definitions under which it is asked.
    let definitions: [String]
  }
  private let known = Mutex<[Key: [Publication]]>([:])

  func publications(
    of edition: String, _ definitions: [String], _ find: () throws -> [Publication]
  ) rethrows -> [Publication] {
    let key = Key(edition: edition, definitions: definitions)
    if let known = known.withLock({ $0[key] }) { return known }
    let found = try find()
    known.withLock { $0[key] = found }
    return found
  }
}
