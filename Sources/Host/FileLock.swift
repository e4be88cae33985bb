import Glibc

/// The one lock of a reports folder. Held until it is let go or the process ends; children do not inherit it.
package final class FileLock {
  private let descriptor: Int32

  /// Waits a second at most. Throws ``Held`` and ``SystemError``.
  package init(_ path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw SystemError(.lock, path) }
    var tries = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let error = SystemError(.lock, path)
      guard error.code == EWOULDBLOCK || error.code == EINTR else {
        close(descriptor)
        throw error
      }
      tries += 1
      guard tries < 20 else {
        let holder = FileLock.text(descriptor)
        close(descriptor)
        throw Held(holder: holder)
      }
      usleep(50_000)
    }
    self.descriptor = descriptor
  }

  /// Tells others who holds it, and since when.
  package func write(holder: String) {
    // What is written is for people; that it could not be written takes nothing from the lock.
    _ = ftruncate(descriptor, 0)
    _ = holder.utf8.withContiguousStorageIfAvailable { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit { close(descriptor) }

  private static func text(_ descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  }
}
