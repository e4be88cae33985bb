import Glibc
import Host
import Synchronization

/// Where the lines of a journal go. What fails is kept until the command is at a point where it may be told.
final class JournalFile: Sendable {
  private struct State {
    var refused: OutputRefused?
    /// A line of which a part was written: the next one does not go on with it.
    var isTorn = false
    var isEnded = false
  }
  private let descriptor: Int32
  private let name: String
  private let state = Mutex(State())

  init(_ path: String) throws(SystemError) {
    descriptor = try openForAppending(path)
    name = "le journal \(path)"
  }

  var refused: OutputRefused? { state.withLock { $0.refused } }

  /// One line, in one piece: runs that write into one journal do not mix their words.
  func append(_ line: [UInt8]) {
    state.withLock { state in
      let code = writeAll(descriptor, (state.isTorn ? [UInt8(ascii: "\n")] : []) + line)
      state.isTorn = code != nil
      note(code, &state)
    }
  }

  /// Whether nobody wrote the last line yet; whoever asks first writes it.
  func mayEnd() -> Bool {
    state.withLock { state in
      defer { state.isEnded = true }
      return !state.isEnded
    }
  }

  func close() {
    state.withLock { state in
      var status = stat()
      // A pipe or a device has nothing to keep.
      if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, fsync(descriptor) != 0 {
        note(errno, &state)
      }
      if Glibc.close(descriptor) != 0 { note(errno, &state) }
    }
  }

  private func note(_ code: Int32?, _ state: inout State) {
    if let code, state.refused == nil { state.refused = OutputRefused(name, code: code) }
  }
}
