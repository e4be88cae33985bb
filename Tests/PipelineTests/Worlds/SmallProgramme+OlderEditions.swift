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
