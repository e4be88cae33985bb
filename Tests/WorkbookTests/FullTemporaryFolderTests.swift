import Failures
import Foundation
import Testing

@testable import Workbook

/// The fault that makes the read-back necessary, as it is: a tmpfs of 64 KiB (root only).
@Suite struct FullTemporaryFolderTests {
  @Test(
    .enabled(if: geteuid() == 0, "mounting a tmpfs takes root"), arguments: [64, 128, 256, 400])
  func isFoundOut(kibibytes: Int) throws {
    let folder = try Folder()
    let small = folder.file("small")
    try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: false)
    let options = "size=\(kibibytes)k"
    let mount = try run("/bin/mount", "-t", "tmpfs", "-o", options, "tmpfs", small)
    try #require(mount.code == 0, "\(mount.output)")
    defer { _ = try? run("/bin/umount", small) }
    let book = Sample.large(sheets: 2, rows: 3000)
    let path = folder.file("book.xlsx")
    do {
      try write(book, to: path, temporaryFolder: small)
    } catch {
      print("\(kibibytes) KiB: write said \(error)")
      #expect(!FileManager.default.fileExists(atPath: path))
      return
    }
    let error = #expect(throws: ReadBackError.self) { try verify(book, at: path) }
    print("\(kibibytes) KiB: write reported success; verify said \(error.map(\.description) ?? "")")
  }

  /// libxlsxwriter says so itself here, with a line on stderr, which is the cause for the journal and reaches nobody's screen.
  @Test(.enabled(if: geteuid() == 0, "mounting a tmpfs takes root"))
  func fullOutputFolder() throws {
    let folder = try Folder()
    let small = folder.file("small")
    try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: false)
    let mount = try run("/bin/mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", small)
    try #require(mount.code == 0, "\(mount.output)")
    defer { _ = try? run("/bin/umount", small) }
    let book = Sample.large(sheets: 4, rows: 100)
    let error = #expect(throws: WriteError.self) {
      try write(book, to: small + "/book.xlsx", temporaryFolder: folder.path)
    }
    #expect(error?.causes.first?.hasPrefix("[ERROR]") == true, "\(error?.causes ?? [])")
    #expect(error?.text.contains("[ERROR]") == false)
    #expect(try FileManager.default.contentsOfDirectory(atPath: small).isEmpty)
  }
}
