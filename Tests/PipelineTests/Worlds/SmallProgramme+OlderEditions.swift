import Foundation
import GRDB
import Host
import Ledger

@testable import Pipeline

extension SmallProgramme {
  /// Changes the ledger behind bilan's back.
  func ledger(_ statement: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let count = try DatabaseQueue(path: reports.ledger, configuration: configuration).write { db in
      try db.execute(sql: statement)
      return db.changesCount
    }
    guard count > 0 else { throw Missing(text: statement) }
  }

  /// Makes editions of before 0.7 of all there are: no manifest has hashes of the ledger's rows, and the archive no copy of them.
  /// `statement`: what an older version published otherwise; the manifests say the same.
  func makeOlder(_ statement: String? = nil) throws {
    if let statement { try ledger(statement) }
    if exists(reports.own + "/archive/editions") { try removeTree(reports.own + "/archive/editions") }
    var before: (month: Substring, hash: String)?
    for name in editions {
      var manifest = try reports.manifest(name)
      (manifest.ledger, manifest.format) = (nil, 2)
      if let before, before.month == name.prefix(7) { manifest.predecessor?.manifest = before.hash }
      _ = try rewrite(manifest)
      let store = try store()
      guard let edition = try store.edition(name) else { throw Missing(text: name) }
      manifest.figures = sha256(
        figuresTable(try store.figures(of: edition), try store.definitions(of: edition).definitions.catalogue))
      before = (name.prefix(7), try rewrite(manifest))
    }
  }

  /// Makes a copy as 0.7 to 0.14 wrote it: every row stands in it.
  func makeWhole(_ name: String) throws {
    let store = try store()
    guard let edition = try store.edition(name) else { throw Missing(text: name) }
    let lists = try store.ledger.lists(of: edition)
    guard var sections = try store.archive.copy(of: name)?.sections else { throw Missing(text: name) }
    sections[.inputs] = lists.inputs.texts.flatMap(\.self)
    sections[.findings] = lists.findings.texts.flatMap(\.self)
    sections[.places] = lists.inputs.records.flatMap { Array("\($0.archive ?? "\\N")\n".utf8) }
    sections[.readings] = ArchivedExportRecord.text(lists.readings)
    var text = Array("# bilan 1 \(name)\n".utf8)
    for section in EditionCopy.Section.allCases where section != .inherited {
      let rows = sections[section] ?? []
      text += Array("# \(section.rawValue) \(rows.count)\n".utf8) + rows
    }
    guard let whole = EditionCopy(text, of: name), whole.isWhole else { throw Missing(text: name) }
    _ = try store.archive.store(whole, of: name)
  }

  private func rewrite(_ manifest: Manifest) throws -> String {
    let bytes = try manifest.encoded()
    try Data(bytes).write(to: URL(filePath: reports.folder(manifest.edition) + "/manifest.json"))
    try ledger(
      """
      UPDATE edition SET manifest = '\(sha256(bytes))', figures = '\(manifest.figures)'
      WHERE month || '.' || number = '\(manifest.edition)'
      """)
    return sha256(bytes)
  }
}

extension EditionCopy {
  /// With another text of a section; nil: no copy.
  func with(_ section: Section, _ rows: String, of edition: String) -> EditionCopy? {
    var sections = sections
    sections[section] = Array(rows.utf8)
    var text = Array("# bilan \(isWhole ? 1 : 2) \(edition)\n".utf8)
    for section in Section.allCases {
      guard let rows = sections[section] else { continue }
      text += Array("# \(section.rawValue) \(rows.count)\n".utf8) + rows
    }
    return EditionCopy(text, of: edition)
  }
}
