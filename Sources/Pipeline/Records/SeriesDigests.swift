import Host
import Ledger
import Synchronization

/// Hashes of what the editions of one run tell. Each tells the files and findings of the one before, and more: of those texts nobody goes
/// through the beginning again.
final class SeriesDigests: Sendable {
  private let digests = Mutex<[EditionCopy.Section: GrowingDigest]>([:])

  /// As the manifest has them.
  func hashes(of told: [EditionCopy.Section: [ArraySlice<UInt8>]]) -> [String: String] {
    digests.withLock { digests in
      told.reduce(into: [:]) { $0[$1.key.rawValue] = digests[$1.key, default: GrowingDigest()].sha256(of: $1.value) }
    }
  }
}
