import Host
import Ledger

/// Copies of several editions, each list of which is taken apart once: most rows of a later edition stand in the copies of those before.
final class KnownCopies {
  private let copies: [String: EditionCopy]
  private struct Place: Hashable {
    let edition: String
    let section: EditionCopy.Section
  }
  private var lists: [Place: CopiedList?] = [:]

  init(_ copies: [String: EditionCopy]) { self.copies = copies }

  /// With those that it refers to, as far as the archive has them.
  convenience init(_ copy: EditionCopy, of edition: String, _ archive: Archive) throws {
    var copies: [String: EditionCopy] = [:]
    // A name that somebody wrote may be any path.
    for name in copy.sources where ReportsFolder.isEdition(name) { copies[name] = try archive.copy(of: name) }
    copies[edition] = copy
    self.init(copies)
  }

  /// By section, the hash that the manifest of an edition has. A list of which a part is nowhere has an empty one.
  func toldHashes(of edition: String) -> [String: String] {
    guard let copy = copies[edition] else { return [:] }
    return EditionCopy.Section.told.reduce(into: [:]) { hashes, section in
      switch section {
      case .inputs, .findings: hashes[section.rawValue] = hash(of: section, in: edition)
      default: hashes[section.rawValue] = copy.sections[section].map { sha256($0) }
      }
    }
  }

  private func hash(of section: EditionCopy.Section, in edition: String) -> String {
    var digest = RunningDigest()
    let isWhole = list(section, of: edition)?.forEachLine({ list(section, of: $0) }) { digest.add($0) } ?? false
    return isWhole ? digest.text : ""
  }

  private func list(_ section: EditionCopy.Section, of edition: String) -> CopiedList? {
    let place = Place(edition: edition, section: section)
    if let known = lists[place] { return known }
    let list = copies[edition]?.list(section)
    lists[place] = .some(list)
    return list
  }

  /// Every row of its own has a place, and every place a file that some copy knows the hash of.
  func isPlaced(_ edition: String) -> Bool {
    guard let places = copies[edition]?.archived?.places, places.count == list(.inputs, of: edition)?.own.count else {
      return false
    }
    return places.allSatisfy { $0.map(archives.contains) ?? true }
  }

  private lazy var archives: Set<String> = copies.values.reduce(into: []) { names, copy in
    names.formUnion(copy.archived?.hashes.keys.map { $0 } ?? [])
  }

  /// In the order of their publication, those first that others refer to: times are told to the second. Editions that refer to each other
  /// in a circle, or to one that is not there, are left out.
  var inOrderOfPublication: [String] {
    var ordered: [String] = []
    var states: [String: Bool] = [:]
    /// Whether all that it refers to is there, and it stands behind them.
    func add(_ name: String) -> Bool {
      if let isDone = states[name] { return isDone }
      guard let copy = copies[name] else { return false }
      states[name] = false
      guard copy.sources.sorted().allSatisfy(add) else { return false }
      states[name] = true
      ordered.append(name)
      return true
    }
    let times = copies.mapValues { $0.origin?.publishedAt ?? "" }
    for name in copies.keys.sorted(by: { (times[$0]!, $0) < (times[$1]!, $1) }) { _ = add(name) }
    return ordered
  }
}
