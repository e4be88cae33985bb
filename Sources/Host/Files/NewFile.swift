import CHost
import Glibc

/// Writes a new file: exclusive, no link followed, 0640 whatever the umask. Not synced: see ``syncPaths(_:)``. Throws
/// ``SystemError``.
package func createFile(_ path: String, _ bytes: [UInt8], mode: mode_t = 0o640) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
  guard descriptor >= 0 else { throw SystemError(.create, path) }
  do {
    guard fchmod(descriptor, mode) == 0 else { throw SystemError(.create, path) }
    try bytes.withUnsafeBytes { raw in
      var count = 0
      while count < raw.count {
        let written = write(descriptor, raw.baseAddress! + count, raw.count - count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw SystemError(.write, path) }
        count += written
      }
    }
  } catch {
    close(descriptor)
    throw error
  }
  guard close(descriptor) == 0 else { throw SystemError(.write, path) }
}

/// Makes what a file or folder holds survive a power cut.
package func syncPath(_ path: String) throws(SystemError) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw SystemError(.open, path) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw SystemError(.sync, path) }
}

/// The same for many files at once: side by side, a journal commits them together. Throws ``SystemError``.
package func syncPaths(_ paths: [String]) throws {
  try concurrentMap(paths.count) { try syncPath(paths[$0]) }
}

/// Renames; never replaces.
package func renameNew(_ from: String, to: String) throws(SystemError) {
  guard bilan_rename_new(from, to) == 0 else { throw SystemError(.rename, to) }
}

/// Points a symbolic link at `target`, atomically: readers see the old one or the new one.
package func swapLink(_ path: String, to target: String, temporary: String) throws(SystemError) {
  guard unlink(temporary) == 0 || errno == ENOENT else { throw SystemError(.remove, temporary) }
  guard symlink(target, temporary) == 0 else { throw SystemError(.link, temporary) }
  guard rename(temporary, path) == 0 else { throw SystemError(.link, path) }
}

/// Where a symbolic link points; nil where it is none.
package func linkTarget(_ path: String) -> String? {
  var buffer = [CChar](repeating: 0, count: 4096)
  let count = readlink(path, &buffer, buffer.count - 1)
  guard count > 0 else { return nil }
  return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Renames; a file of that name is replaced, atomically.
package func rename(_ from: String, to: String) throws(SystemError) {
  guard Glibc.rename(from, to) == 0 else { throw SystemError(.rename, to) }
}

/// A file in the place of another, in one step: whoever reads the path sees the old one or the new one. `temporary` is on the same
/// file system.
package func replaceFile(_ path: String, _ bytes: [UInt8], temporary: String) throws {
  try removeTree(temporary)
  try createFile(temporary, bytes)
  try rename(temporary, to: path)
}
