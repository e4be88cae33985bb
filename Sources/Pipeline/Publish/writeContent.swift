import Host
import Report
import Workbook

/// Files and workbooks of an edition, written into a new folder, with their hashes, in path order. Everything is read back
/// from the disk and held against what was meant.
func writeContent(_ content: ReportContent, into partial: String) throws -> [Manifest.File] {
  for folder in ["", "/financeurs", "/retours", "/interne", "/.tmp"] { try makeFolder(partial + folder) }
  try stopIfAsked()
  try writeBooks(content.books.map { (partial + "/" + $0.path, $0.book) }, temporaryFolder: partial + "/.tmp")
  for (path, _) in content.books { giveToOwnerOfFolder(partial + "/" + path) }
  try removeTree(partial + "/.tmp")
  try stopIfAsked()
  for file in content.files { try createFile(partial + "/" + file.path, file.bytes) }
  try syncPaths(content.books.map { partial + "/" + $0.path } + content.files.map { partial + "/" + $0.path })
  return try readBack(content, in: partial).sorted { $0.path < $1.path }
}

/// Each book as a new file that says all of it: written twice, by different threads, the two compared to the byte, and one of
/// them read back and held against the book. The folder of `temporaryFolder` takes the twins. Throws `BookError`,
/// `WriteError` and `ReadBackError`; then some of the files may be there.
func writeBooks(_ books: [(path: String, book: Book)], temporaryFolder: String) throws {
  @Sendable func twin(_ index: Int) -> String { "\(temporaryFolder)/\(index).xlsx" }
  try concurrentMap(books.count * 2) { job in
    let (path, book) = books[job / 2]
    try Workbook.write(book, to: job % 2 == 0 ? path : twin(job / 2), temporaryFolder: temporaryFolder)
  }
  try concurrentMap(books.count) { index in
    let (path, book) = books[index]
    try Workbook.requireSame(path, twin(index))
    try Workbook.verify(book, at: path)
  }
}

/// What stands on the disk, hashed; anything but a workbook (verified already) is held against what was meant.
private func readBack(_ content: ReportContent, in partial: String) throws -> [Manifest.File] {
  var files: [Manifest.File] = []
  for (path, _) in content.books {
    let bytes = try readFile(partial + "/" + path)
    files.append(Manifest.File(path: path, sha256: sha256(bytes), bytes: bytes.count))
  }
  for file in content.files {
    guard try readFile(partial + "/" + file.path) == file.bytes else {
      throw EditionDamaged(description: "\(file.path) : relu autrement qu'écrit ; vérifier le disque")
    }
    files.append(Manifest.File(path: file.path, sha256: sha256(file.bytes), bytes: file.bytes.count))
  }
  return files
}
