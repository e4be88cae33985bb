import Glibc

/// Writes a new file: exclusive, no link followed, 0640 whatever the umask. Made by root, it is `owner`'s, or without one that of
/// its folder's owner. Not synced: see ``syncPaths(_:)``. Throws ``SystemError``.
package func createFile(_ path: String, _ bytes: [UInt8], mode: mode_t = 0o640, owner: Owner? = nil) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
  guard descriptor >= 0 else { throw SystemError(.create, path) }
  do {
    guard fchmod(descriptor, mode) == 0 else { throw SystemError(.create, path) }
    Owner.settle(descriptor, as: owner ?? Owner(of: parentFolder(of: path)))
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

/// A file of ours that grows at its end, as a journal does; made where there is none, 0640 whatever the umask. No link is followed.
package func openForAppending(_ path: String, mode: mode_t = 0o640) throws(SystemError) -> Int32 {
  let flags = O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC
  var descriptor = open(path, flags | O_CREAT | O_EXCL, mode)
  if descriptor >= 0 {
    _ = fchmod(descriptor, mode)
    Owner.settle(descriptor, as: Owner(of: parentFolder(of: path)))
    return descriptor
  }
  if errno == EEXIST { descriptor = open(path, flags) }
  guard descriptor >= 0 else { throw SystemError(.create, path) }
  return descriptor
}

/// A file in the place of another, in one step: whoever reads the path sees the old one or the new one, and after a power
/// cut, too. `temporary` is on the same file system.
package func replaceFile(_ path: String, _ bytes: [UInt8], temporary: String) throws {
  try removeTree(temporary)
  try createFile(temporary, bytes)
  try syncPath(temporary)
  try rename(temporary, to: path)
  try syncPath(parentFolder(of: path))
}
