import Glibc

/// Makes what a file or folder holds survive a power cut; of a folder, the names in it. A disk that cannot do that for a folder
/// (EINVAL: some shares) does it at once or never, and says no more of it.
package func syncPath(_ path: String) throws(SystemError) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    let error = SystemError(.open, path)
    // A folder that this user may write into but not list: the whole disk, then.
    guard error.isPermission, entryKind(path) == .folder else { throw error }
    sync()
    return
  }
  defer { close(descriptor) }
  guard fsync(descriptor) != 0 else { return }
  let error = SystemError(.sync, path)
  guard error.isUnsupported, entryKind(path) == .folder else { throw error }
}

/// The same for many files at once: side by side, a journal commits them together. Throws ``SystemError``.
package func syncPaths(_ paths: [String]) throws {
  try concurrentMap(paths.count) { try syncPath(paths[$0]) }
}
