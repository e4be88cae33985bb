import CLibXLSXWriter
import Glibc

/// Writes a book as a new .xlsx file of mode 0640; the folder of `temporaryFolder` holds the parts
/// meanwhile, without names.
///
/// Success proves nothing yet: libxlsxwriter 1.1.4 reports it for a truncated workbook too. Call
/// `verify(_:at:)` before publishing. After an error there is no file. Nothing is fsynced.
///
/// - Throws: `BookError` for a book that breaks a rule, `WriteError` for all the rest, a file of
///   that name included.
package func write(_ book: Book, to path: String, temporaryFolder: String) throws {
  try book.check()
  try requireFolder(temporaryFolder)
  try createNew(path)
  do {
    try assemble(book, at: path, temporaryFolder: temporaryFolder)
  } catch {
    unlink(path)
    throw error
  }
}

private func assemble(_ book: Book, at path: String, temporaryFolder: String) throws {
  LibraryWords.forget()
  let strings = CStrings()
  defer { withExtendedLifetime(strings) {} }
  // Not in constant-memory mode: it has no tables.
  var options = lxw_workbook_options()
  options.tmpdir = strings.copy(temporaryFolder)
  guard let workbook = workbook_new_opt(path, &options) else { throw WriteError.outOfMemory }
  do {
    var writer = BookWriter(workbook: workbook, strings: strings)
    try writer.write(book)
  } catch {
    lxw_workbook_free(workbook)
    throw error
  }
  // Frees the workbook, whatever the outcome.
  // Several are closed side by side: of what libxlsxwriter shares between threads, gmtime's buffer is one a thread (CHost), and
  // a temporary name that two rand() draw alike is drawn again.
  errno = 0
  let outcome = workbook_close(workbook), code = errno
  if outcome != LXW_NO_ERROR, WriteError.reason(code) != nil { throw WriteError.notWritten(path, errno: code, .last) }
  try require(outcome, "fermeture de \(path)")
  // Without memory for a chart or a style it says so, leaves it out, and reports success.
  if let words = LibraryWords.last { throw WriteError.complaint(during: path, words) }
}

/// Throws what libxlsxwriter refuses.
func require(_ outcome: lxw_error, _ action: @autoclosure () -> String) throws(WriteError) {
  guard outcome != LXW_NO_ERROR else { return }
  throw .library(Int(outcome.rawValue), during: action(), .last)
}

private func requireFolder(_ path: String) throws(WriteError) {
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, access(path, W_OK | X_OK) == 0
  else { throw .temporaryFolder(path) }
}

/// libxlsxwriter opens with "wb": it would destroy a file of that name and follow a link.
private func createNew(_ path: String) throws(WriteError) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o640)
  guard descriptor >= 0 else { throw .cannotCreate(path, errno: errno) }
  defer { close(descriptor) }
  guard fchmod(descriptor, 0o640) == 0 else { throw .cannotCreate(path, errno: errno) }
}
