import Glibc

/// Whether this user may write into a folder.
package func isWritable(_ path: String) -> Bool { access(path, W_OK | X_OK) == 0 }

/// Bytes that this user may still write on the disk of a path; nil: unknown.
package func freeBytes(_ path: String) -> Int? {
  var status = statvfs()
  guard statvfs(path, &status) == 0 else { return nil }
  return Int(status.f_bavail) * Int(status.f_frsize)
}

/// Size of a file; nil where there is nothing.
package func fileSize(_ path: String) -> Int? {
  var status = stat()
  return lstat(path, &status) == 0 ? Int(status.st_size) : nil
}

/// Whether this user may change a file that is there.
package func isChangeable(_ file: String) -> Bool { access(file, W_OK) == 0 }
