import Domain
import Host
import Synchronization

/// What the exports of one command were found to be, by the place of their bytes, from the first look at each. A command reads
/// some of them several times (to know whether anything changed, to understand them, to tell what a fault costs): each reading
/// must find what the first one found, or one report would speak of two versions of a file.
final class FixedExports: Sendable {
  private enum Found: Equatable {
    case bytes(sha256: String)
    case refused(code: String)
  }
  /// What a list of exports depends on beside the folder.
  struct Listing: Equatable {
    let month: Month
    let programme: Programme
    /// Exports that stand elsewhere, ``InputsFolder/replacing(_:with:of:)``.
    let replaced: [String: String]

    func isLater(than other: Listing) -> Bool {
      month > other.month && programme == other.programme && replaced == other.replaced
    }
  }
  private struct State {
    var found: [String: Found] = [:]
    /// What a look at the end of a file showed; nil: nothing that can be read.
    var glances: [String: FileGlance?] = [:]
    var listings: [(of: Listing, exports: ListedExports)] = []
  }
  private let state = Mutex(State())

  /// Of a file that was read; nil of one that was not, or that was refused.
  func sha256(of place: String) -> String? {
    state.withLock { if case .bytes(let sha256)? = $0.found[place] { sha256 } else { nil } }
  }

  /// The names that stood in exports/ when they were asked for first; `anew`: that stand there now.
  func listed(
    _ listing: Listing, anew: Bool, _ list: () throws -> ListedExports
  ) rethrows -> ListedExports {
    let known = state.withLock { state in
      // What stood there up to a later month is known better than by another look.
      state.listings.first { $0.of == listing }?.exports
        ?? state.listings.first { $0.of.isLater(than: listing) }?.exports.upTo(listing.month)
    }
    let exports = try (anew ? nil : known) ?? list()
    state.withLock { state in
      state.listings.removeAll { $0.of == listing }
      state.listings.append((listing, exports))
    }
    return exports
  }

  /// Of the first list up to this month; nil: none was made.
  func programme(listedUpTo month: Month) -> Programme? {
    state.withLock { state in state.listings.first { $0.of.month == month }?.of.programme }
  }

  /// A file as it is seen without being read: what is read of it later must be as long and end so. `anew`: as it is now.
  func glance(at place: String, anew: Bool = false) -> FileGlance? {
    if !anew, let known = state.withLock({ $0.glances[place] }) { return known }
    let glance = FileGlance(place)
    state.withLock { $0.glances[place] = .some(glance) }
    return glance
  }

  /// Whether it was read before, or refused.
  func hasSeen(_ place: String) -> Bool { state.withLock { $0.found[place] != nil } }

  /// The whole of a file, which must be as long and end as it did when it was glanced at. Throws ``InputChanging``.
  func compareWithGlance(_ bytes: UnsafeMutableBufferPointer<UInt8>, at place: String, of file: String) throws {
    let isAsSeen = state.withLock { state in
      guard let glance = state.glances[place] else { return true }
      return glance.map { $0.size == bytes.count && bytes.suffix($0.ending.count).elementsEqual($0.ending) } ?? false
    }
    guard isAsSeen else { throw InputChanging(file: file) }
  }

  /// The hash of the whole of a file. Throws ``InputChanging`` where it is not what an earlier look found.
  func hold(sha256: String, at place: String, of file: String) throws {
    try hold(.bytes(sha256: sha256), at: place, of: file)
  }

  /// That a file is not to be read. Throws the same.
  func hold(refused code: String, at place: String, of file: String) throws {
    try hold(.refused(code: code), at: place, of: file)
  }

  private func hold(_ found: Found, at place: String, of file: String) throws {
    let first = state.withLock { state in
      let first = state.found[place] ?? found
      state.found[place] = first
      return first
    }
    guard first == found else { throw InputChanging(file: file) }
  }
}
