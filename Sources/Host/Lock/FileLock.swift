import Glibc

/// The one lock of a reports folder. Held until it is let go or the process ends; children do not inherit it.
package final class FileLock {
  private let descriptor: Int32
  private let isSigned: Bool

  /// Waits a second at most. `since`: when, in words, for whoever finds it held; without it nothing is written, for a lock that
  /// is let go at once. Throws ``Held`` and ``SystemError``.
  package init(_ path: String, since: String? = nil) throws {
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
        let holder = LockHolder(read: FileLock.text(descriptor))
        close(descriptor)
        throw Held(holder: holder?.words)
      }
      usleep(50_000)
    }
    self.descriptor = descriptor
    isSigned = since != nil
    if let since { write(LockHolder(ofThisProcess: since).text) }
  }

  private func write(_ text: String) {
    // What is written is for people; that it could not be written takes nothing from the lock.
    _ = ftruncate(descriptor, 0)
    _ = Array(text.utf8).withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  deinit {
    // Nobody holds it any more: no later message may name this process.
    if isSigned { _ = ftruncate(descriptor, 0) }
    close(descriptor)
  }

  private static func text(_ descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  }
}
