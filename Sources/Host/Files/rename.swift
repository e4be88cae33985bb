import CHost
import Glibc

/// Renames a file or folder; never replaces. Where the disk cannot promise that in one step (NFS, FUSE), a file goes by way of a
/// second name, and a folder is looked for first: nobody else writes here, the lock is held.
package func renameNew(_ from: String, to: String) throws(SystemError) {
  if bilan_rename_new(from, to) == 0 { return }
  let error = SystemError(.rename, to)
  guard error.isUnsupported else { throw error }
  if entryKind(from) == .file, link(from, to) == 0 {
    guard unlink(from) == 0 else { throw SystemError(.remove, from) }
    return
  }
  guard entryKind(to) == nil else { throw SystemError(.rename, to, code: EEXIST) }
  try rename(from, to: to)
}

/// Renames; a file of that name is replaced, atomically.
package func rename(_ from: String, to: String) throws(SystemError) {
  guard Glibc.rename(from, to) == 0 else { throw SystemError(.rename, to) }
}

/// Points a symbolic link at `target`, atomically: readers see the old one or the new one.
package func swapLink(_ path: String, to target: String, temporary: String) throws(SystemError) {
  try removeTree(temporary)
  guard symlink(target, temporary) == 0 else { throw SystemError(.link, temporary) }
  try rename(temporary, to: path)
}

/// Where a symbolic link points; nil where it is none.
package func linkTarget(_ path: String) -> String? {
  var buffer = [CChar](repeating: 0, count: 4096)
  let count = readlink(path, &buffer, buffer.count - 1)
  guard count > 0 else { return nil }
  return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Whether this folder's disk has symbolic links: tried, and taken away again. Throws ``SystemError`` where something else is
/// wrong (a full disk).
package func hasLinks(_ folder: String, probe: String) throws(SystemError) -> Bool {
  try removeTree(probe)
  guard symlink("x", probe) == 0 else {
    let error = SystemError(.link, probe)
    // vfat and exfat answer EPERM, and so does nobody else who may write here.
    if error.isUnsupported || error.code == EPERM { return false }
    throw error
  }
  try removeTree(probe)
  return true
}
