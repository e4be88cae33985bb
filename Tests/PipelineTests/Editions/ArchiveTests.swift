import Foundation
import Host
import Testing

@testable import Pipeline

/// Files of the archive, written by many hands.
@Suite struct ArchiveTests {
  private func scratch(_ body: (Archive) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bilan-archive-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = Archive(path: folder.path)
    try archive.prepare()
    try body(archive)
  }

  private func names(_ archive: Archive) throws -> [String] { try listFolder(archive.path).map(\.name) }

  /// Two associations send the same bytes: two workers store one text under one name.
  @Test func manyWorkersStoreTheSameText() throws {
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 20_000)
    let entry = ArchiveEntry(name: "a.csv", sha256: sha256(text))
    try scratch { archive in
      for _ in 0..<50 { try concurrentMap(16) { _ in try archive.store(text, as: entry.name) } }
      #expect(try archive.text(entry) == text)
      #expect(try names(archive) == ["a.csv", "definitions", "editions"])
    }
  }

  @Test func aKilledWritersRestIsRemoved() throws {
    try scratch { archive in
      try archive.store([1], as: "a.csv")
      try createFile(archive.path + "/.9.part", [1])
      try archive.prepare()
      #expect(try names(archive) == ["a.csv", "definitions", "editions"])
    }
  }
}
