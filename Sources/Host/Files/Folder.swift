import Glibc

/// What a name in a folder is; links are not followed.
package enum EntryKind: Hashable, Sendable { case file, folder, other }

/// The names in a folder, sorted by their bytes; `.` and `..` aside. A name that is not UTF-8 is repaired, and then no
/// longer opens: it is only good for a message.
package func listFolder(_ path: String) throws(SystemError) -> [(name: String, kind: EntryKind)] {
  guard let folder = opendir(path) else { throw SystemError(.list, path) }
  defer { closedir(folder) }
  var entries: [(name: String, kind: EntryKind)] = []
  errno = 0
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name == "." || name == ".." { continue }
    entries.append((name, kind(of: entry.pointee.d_type, at: path + "/" + name)))
    errno = 0
  }
  guard errno == 0 else { throw SystemError(.list, path) }
  return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

/// Throws where ``listFolder(_:)`` would not begin.
package func requireListable(_ path: String) throws(SystemError) {
  guard let folder = opendir(path) else { throw SystemError(.list, path) }
  closedir(folder)
}

private func kind(of type: UInt8, at path: String) -> EntryKind {
  switch Int(type) {
  case Int(DT_REG): return .file
  case Int(DT_DIR): return .folder
  case Int(DT_UNKNOWN):
    return entryKind(path) ?? .other
  default: return .other
  }
}

/// Whether something stands under the name, a dangling link included.
package func exists(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
}

/// The same, but a folder that may not be looked into is no empty one: it throws.
package func isPresent(_ path: String) throws(SystemError) -> Bool {
  var status = stat()
  if lstat(path, &status) == 0 { return true }
  if errno == ENOENT || errno == ENOTDIR { return false }
  throw SystemError(.stat, path)
}

package func isLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

/// What stands under the name itself, no link followed; nil: nothing, or nothing that can be seen.
package func entryKind(_ path: String) -> EntryKind? {
  var status = stat()
  guard lstat(path, &status) == 0 else { return nil }
  return kind(of: status)
}

private func kind(of status: stat) -> EntryKind {
  switch status.st_mode & S_IFMT {
  case S_IFREG: .file
  case S_IFDIR: .folder
  default: .other
  }
}

/// Creates a folder with its mode, whatever the umask; a folder that hands its group on (setgid) goes on doing so. `true`: it was new. A folder of somebody's own choice may be a link to one
/// (`isOwn` false); one of ours may not: what is written into it would go elsewhere.
@discardableResult
package func makeFolder(_ path: String, mode: mode_t = 0o750, isOwn: Bool = true) throws(SystemError) -> Bool {
  if mkdir(path, mode) == 0 {
    var status = stat()
    guard lstat(path, &status) == 0, chmod(path, mode | status.st_mode & S_ISGID) == 0 else {
      throw SystemError(.create, path)
    }
    giveToOwnerOfFolder(path)
    return true
  }
  guard errno == EEXIST else { throw SystemError(.create, path) }
  var status = stat()
  guard (isOwn ? lstat(path, &status) : stat(path, &status)) == 0, kind(of: status) == .folder else {
    throw SystemError(.create, path, code: ENOTDIR)
  }
  return false
}

/// Removes a folder where it is empty; `false`: it is not, and stays.
package func removeEmptyFolder(_ path: String) throws(SystemError) -> Bool {
  if rmdir(path) == 0 { return true }
  if errno == ENOTEMPTY || errno == EEXIST { return false }
  throw SystemError(.remove, path)
}

/// Removes a folder and all it holds; links are removed, not followed. What is gone already is no fault.
package func removeTree(_ path: String) throws(SystemError) {
  var status = stat()
  guard lstat(path, &status) == 0 else {
    if errno == ENOENT { return }
    throw SystemError(.remove, path)
  }
  guard status.st_mode & S_IFMT == S_IFDIR else {
    guard unlink(path) == 0 else { throw SystemError(.remove, path) }
    return
  }
  for entry in try listFolder(path) { try removeTree(path + "/" + entry.name) }
  guard rmdir(path) == 0 else { throw SystemError(.remove, path) }
}

/// A new folder that only its owner can enter, under `TMPDIR` or /tmp. The caller removes it: see ``withTemporaryFolder(_:)``.
package func makeTemporaryFolder() throws(SystemError) -> String {
  let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var template = Array("\(place)/bilan.XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw SystemError(.create, place) }
  return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// The same for the time of some work, and for no longer, however that ends.
package func withTemporaryFolder<Value>(_ work: (String) throws -> Value) throws -> Value {
  let folder = try makeTemporaryFolder()
  return try undoable({ removeWhileWritten(folder) }) {
    defer { try? removeTree(folder) }
    return try work(folder)
  }
}

/// Removes a folder into which others may still be writing: what they add meanwhile is removed in turn.
package func removeWhileWritten(_ path: String) {
  for _ in 0..<100 where exists(path) {
    if (try? removeTree(path)) == nil { Clock.pause(milliseconds: 10) }
  }
}
