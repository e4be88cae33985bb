import Glibc

/// What can be seen of a file without reading it: how long it is, when it changed, and how it ends. nil: nothing that could be
/// read.
package struct FileGlance: Hashable, Sendable {
  package let size: Int
  /// Seconds since 1970.
  package let modified: Int
  /// At most 64 bytes: two files that are alike in all of this are worth reading to know.
  package let ending: [UInt8]

  package init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec
    var bytes = [UInt8](repeating: 0, count: min(64, size))
    guard pread(descriptor, &bytes, bytes.count, status.st_size - off_t(bytes.count)) == bytes.count else { return nil }
    ending = bytes
  }

  /// The last line has its end: LF or CR, in 8 bits or 16.
  package var endsLine: Bool {
    let last = ending.last == 0 ? ending.dropLast().last : ending.last
    return last == 0x0A || last == 0x0D
  }
}
