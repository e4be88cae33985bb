import Glibc

/// A file from outside, opened so that nothing but a regular file is ever read: no link is followed, no FIFO waits, and
/// only the one descriptor is used.
package final class RegularFile {
  /// What else can stand under a name. Not told to a person: `loadExport` makes a finding of it, ``readFile(_:limit:)`` a
  /// ``FileRefused``.
  package enum Refusal: Error, Hashable, Sendable {
    case notRegular
    case tooLarge(bytes: Int)
    /// Its size or time changed while it was read: it is still being written.
    case changing
  }

  private let descriptor: Int32
  private let path: String
  private let before: stat
  package var size: Int { Int(before.st_size) }

  /// Throws ``Refusal`` and ``SystemError``.
  package init(_ path: String, limit: Int) throws {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    // A socket cannot be opened at all; a link answers ELOOP.
    if descriptor < 0, errno == ELOOP || errno == ENXIO { throw Refusal.notRegular }
    guard descriptor >= 0 else { throw SystemError(.open, path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = SystemError(.stat, path)
      close(descriptor)
      throw error
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Refusal.notRegular
    }
    guard status.st_size <= limit else {
      close(descriptor)
      throw Refusal.tooLarge(bytes: Int(status.st_size))
    }
    self.descriptor = descriptor
    self.path = path
    before = status
  }

  deinit { close(descriptor) }

  /// The whole file; the caller frees it. Throws ``Refusal/changing`` where it is not as it was, and ``SystemError``.
  package func read() throws -> UnsafeMutableBufferPointer<UInt8> {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(size, 1))
    do { try readWhole(into: buffer) } catch {
      buffer.deallocate()
      throw error
    }
    return UnsafeMutableBufferPointer(start: buffer.baseAddress, count: size)
  }

  /// The same as an array.
  package func bytes() throws -> [UInt8] {
    try Array(unsafeUninitializedCapacity: max(size, 1)) { buffer, count in
      try readWhole(into: buffer)
      count = size
    }
  }

  private func readWhole(into buffer: UnsafeMutableBufferPointer<UInt8>) throws {
    guard try fill(buffer) == size, try isUnchanged() else { throw Refusal.changing }
  }

  private func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) throws -> Int {
    var count = 0
    while count < size {
      let read = Glibc.read(descriptor, buffer.baseAddress! + count, size - count)
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { throw SystemError(.read, path) }
      if read == 0 { break }
      count += read
    }
    return count
  }

  private func isUnchanged() throws -> Bool {
    var after = stat()
    guard fstat(descriptor, &after) == 0 else { throw SystemError(.stat, path) }
    func isSame(_ a: timespec, _ b: timespec) -> Bool { a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec }
    // The time of change cannot be set back, as that of the last writing can.
    return after.st_size == before.st_size && isSame(after.st_mtim, before.st_mtim)
      && isSame(after.st_ctim, before.st_ctim)
  }
}

/// A small file of ours, whole. Throws ``FileRefused`` and ``SystemError``.
package func readFile(_ path: String, limit: Int = 64 << 20) throws -> [UInt8] {
  do {
    return try RegularFile(path, limit: limit).bytes()
  } catch let refusal as RegularFile.Refusal {
    throw FileRefused(path: path, refusal: refusal)
  }
}
