import Foundation
import Testing

@testable import Host

/// Renames that replace nothing, links, and folders of ours. What a disk without RENAME_NOREPLACE or without links makes of them is
/// tried from outside: Tests/Cases/poor-disk.
@Suite final class RenameTests {
  private let folder: String

  init() throws { folder = try makeTemporaryFolder() }
  deinit { try? removeTree(folder) }

  @Test func replacesNothing() throws {
    for (kind, make) in [
      ("fichier", { try createFile($0, [1]) }), ("dossier", { _ = try makeFolder($0) }),
    ] as [(String, (String) throws -> Void)] {
      let (one, other) = ("\(folder)/\(kind)", "\(folder)/\(kind)-2")
      try make(one)
      try make(other)
      #expect(throws: SystemError.self) { try renameNew(one, to: other) }
      #expect(exists(one) && exists(other))
      try renameNew(one, to: "\(folder)/\(kind)-3")
      #expect(!exists(one))
    }
  }

  @Test func swapsWhateverIsUnderTheTemporaryName() throws {
    let (link, temporary) = (folder + "/lien", folder + "/temporaire")
    try makeFolder(temporary)
    try createFile(temporary + "/x", [])
    try swapLink(link, to: "a", temporary: temporary)
    try swapLink(link, to: "b", temporary: temporary)
    #expect(linkTarget(link) == "b")
    #expect(try hasLinks(folder, probe: folder + "/essai"))
    #expect(try listFolder(folder).map(\.name) == ["lien"])
  }

  @Test func followsNoLinkIntoAFolderOfOurs() throws {
    try FileManager.default.createSymbolicLink(atPath: folder + "/lien", withDestinationPath: "/tmp")
    #expect(throws: SystemError.self) { try makeFolder(folder + "/lien") }
    #expect(try !makeFolder(folder + "/lien", isOwn: false))
  }
}
