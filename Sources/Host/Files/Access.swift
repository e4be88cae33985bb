import Glibc

/// Whether this user may write into a folder.
package func isWritable(_ path: String) -> Bool { access(path, W_OK | X_OK) == 0 }

/// Bytes that this user may still write on the disk of a path; nil: unknown.
package func freeBytes(_ path: String) -> Int? {
  var status = statvfs()
  guard statvfs(path, &status) == 0 else { return nil }
  return Int(status.f_bavail) * Int(status.f_frsize)
}

/// Size of a file; nil where there is nothing. What cannot be known throws.
package func fileSize(_ path: String) throws(SystemError) -> Int? {
  var status = stat()
  if lstat(path, &status) == 0 { return Int(status.st_size) }
  if errno == ENOENT || errno == ENOTDIR { return nil }
  throw SystemError(.stat, path)
}

/// Whether the disk of one is the disk of the other: what is renamed from one into the other stays whole.
package func isSameDisk(_ one: String, _ other: String) -> Bool {
  var (first, second) = (stat(), stat())
  return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
}

/// Why this user may not change a file, or make names in a folder; nil: he may.
package func denial(_ path: String) -> SystemError? {
  // What cannot be looked at is taken for a file: to go through it is asked of folders alone.
  let need = entryKind(path) == .folder ? R_OK | W_OK | X_OK : R_OK | W_OK
  return access(path, need) == 0 ? nil : SystemError(.open, path)
}

/// The first folder on the way to a path that this user may not go through; nil: the way is free.
package func blockedFolder(onTheWayTo path: String) -> String? {
  var place = path.hasPrefix("/") ? "/" : "."
  for part in path.split(separator: "/").dropLast() {
    place = place == "/" ? "/\(part)" : place == "." ? String(part) : "\(place)/\(part)"
    guard access(place, X_OK) != 0 else { continue }
    guard errno == EACCES, let real = realPath(place), entryKind(real) == .folder else { return nil }
    return place
  }
  return nil
}
