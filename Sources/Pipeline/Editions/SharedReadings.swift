import Domain
import Ledger
import Synchronization

/// What was read of the archive, for editions that are looked at one after the other: most of an edition's rows are those of the
/// edition of the month before.
final class SharedReadings: Sendable {
  private struct Reading {
    /// Its rows alone.
    let checked: CheckedMonth
    /// Those of which there are rows, in their order.
    let inputs: [EditionInput]
  }
  private struct State {
    /// The one that reaches furthest, by the hashes of the definitions it was read under.
    var readings: [[DefinitionRecord]: Reading] = [:]
    var sound: Set<ArchiveEntry> = []
  }
  private let state = Mutex(State())

  /// The rows of an edition as part of what was read before; nil: something else was.
  func reading(
    of month: Month, _ inputs: [EditionInput], under definitions: [DefinitionRecord]
  ) -> CheckedMonth? {
    guard let wide = state.withLock({ $0.readings[definitions] }), wide.checked.month >= month else { return nil }
    // Editions under the same definitions list their files in the same order.
    var others = wide.inputs.lazy.filter { $0.id.month <= month }.makeIterator()
    for own in inputs where own.archive != nil {
      guard let other = others.next(), other.archive == own.archive, other.id == own.id, other.name == own.name else {
        return nil
      }
    }
    return others.next() == nil ? wide.checked.limited(to: month) : nil
  }

  func keep(_ checked: CheckedMonth, _ inputs: [EditionInput], under definitions: [DefinitionRecord]) {
    // Other editions' figures are made of the same parts.
    let rows = checked.with([], []).sharing(from: checked.definitions.programme.start)
    let wide = Reading(checked: rows, inputs: inputs.filter { $0.archive != nil })
    state.withLock { state in
      guard state.readings[definitions].map({ $0.checked.month < checked.month }) ?? true else { return }
      state.readings[definitions] = wide
    }
  }

  /// Whether a file of the archive was found to be what the ledger says.
  func isSound(_ entry: ArchiveEntry) -> Bool { state.withLock { $0.sound.contains(entry) } }
  func found(sound entry: ArchiveEntry) { state.withLock { _ = $0.sound.insert(entry) } }
}
