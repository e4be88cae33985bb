/// What the ledger notes of an edition's manifest, so that who wants to know it of all editions need not read all manifests, each of which
/// is as long as its past. `verify` holds it against the manifest.
package struct ToldNote: Hashable, Sendable {
  /// By section of its copy, the SHA-256.
  package private(set) var hashes: [String: String] = [:]
  /// Paths of the reports in the edition's folder.
  package private(set) var reports: [String] = []

  package init(_ hashes: [String: String], reports: [String]) { (self.hashes, self.reports) = (hashes, reports) }

  /// Lines, of a hash `figures 5e75…`, of a report its path. What is neither is not what ``text`` writes, and says nothing.
  package init(_ text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2 { hashes[parts[0]] = parts[1] }
      if parts.count == 1 { reports.append(parts[0]) }
    }
  }

  package var text: String {
    (hashes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" } + reports).joined(separator: "\n")
  }
}
