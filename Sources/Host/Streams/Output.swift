import Glibc
import PlainText

/// Standard output and standard error, unbuffered and all of it: what a person or a pipe gets, and the only door to them.
///
/// Text is for people: what acts on a terminal, or turns the words around, is made visible first, whoever reads it. Bytes are
/// for programs (CSV, JSON), and go out as they are.
package enum Output: Int32, Sendable {
  case standard = 1
  case error = 2

  /// Before anything is opened: a standard stream that the caller closed is held by a folder, which nobody can write to. Else
  /// the next file to be opened, the ledger for one, would bear its number and be written to.
  package static func holdClosedStreams() {
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) < 0 && errno == EBADF { _ = open("/", O_RDONLY) }
  }

  /// `done`: what the command has done by now and nobody takes back, for whoever reads that its words are lost. Throws
  /// ``OutputRefused``.
  package func write(_ text: String, done: String? = nil) throws(OutputRefused) {
    try write(shown(text), done: done)
  }

  package func write(_ bytes: [UInt8], done: String? = nil) throws(OutputRefused) {
    ProgressBar.makeRoom()
    guard let code = writeAll(rawValue, bytes) else { return }
    throw OutputRefused(self == .standard ? "la sortie standard" : "la sortie d'erreur", code: code, done: done)
  }

  /// What is said beside the answer. Where it cannot be, there is nobody left to tell.
  /// `isTrouble`: what ends the program.
  package func say(_ text: String, isTrouble: Bool = false) {
    ProgressBar.makeRoom()
    _ = writeAll(rawValue, shown(text, isTrouble: isTrouble))
  }

  /// As it goes out: on a terminal no wider than the window, and with a little colour.
  private func shown(_ text: String, isTrouble: Bool = false) -> [UInt8] {
    let text = visibleLines(text)
    return Array(
      fitted(text, columns: Window.columns(self), isColoured: Window.isColoured(self), isTrouble: isTrouble).utf8)
  }

  /// Some file systems tell only now that they had no room (NFS, quotas). Nothing is written afterwards.
  package func close(done: String? = nil) throws(OutputRefused) {
    // A copy is closed in its stead: whatever is opened next, a worker's descriptor or the ledger, would bear the number.
    let copy = dup(rawValue)
    guard copy >= 0, Glibc.close(copy) != 0 else { return }
    throw OutputRefused("la sortie standard", code: errno, done: done)
  }

  package var isTerminal: Bool { isatty(rawValue) == 1 }
}

/// All of it, however often the system takes only a part; nil, or the errno that ended it.
package func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32? {
  bytes.withUnsafeBytes { raw in
    var count = 0
    while count < raw.count {
      let written = Glibc.write(descriptor, raw.baseAddress! + count, raw.count - count)
      if written > 0 {
        count += written
      } else if written == 0 {
        return ENOSPC
      } else if errno == EAGAIN {
        // Whoever started us made it non-blocking: not ready is no failure.
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
