import Glibc

/// Standard output and standard error, unbuffered and all of it: what a person or a pipe gets.
package enum Output: Int32, Sendable {
  case standard = 1
  case error = 2

  package func write(_ text: String) { write(Array(text.utf8)) }

  /// A reader that went away (a closed pipe) ends the writing, not the program.
  package func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { raw in
      var count = 0
      while count < raw.count {
        let written = Glibc.write(rawValue, raw.baseAddress! + count, raw.count - count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return }
        count += written
      }
    }
  }

  package var isTerminal: Bool { isatty(rawValue) == 1 }
}
