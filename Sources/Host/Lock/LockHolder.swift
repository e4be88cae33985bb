import Glibc

/// Who holds a lock, as it stands in its file: a line for people, and a line that tells whether that process is still the
/// same. The file may be read between another process's taking the lock and its signing it, with the name of the one before.
struct LockHolder {
  let words: String
  private let process: Int32
  /// In clock ticks since the machine started: a number given again to another process has another one.
  private let started: String

  init(ofThisProcess since: String) {
    process = getpid()
    started = LockHolder.start(of: process) ?? ""
    words = "processus \(process), depuis le \(since)"
  }

  var text: String { "\(words)\n\(process) \(started)\n" }

  /// nil: nothing is written there, or the process that wrote it has ended.
  init?(read text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 2 else { return nil }
    let parts = lines[1].split(separator: " ")
    guard parts.count == 2, let process = Int32(parts[0]), LockHolder.start(of: process) == String(parts[1]) else {
      return nil
    }
    self.process = process
    started = String(parts[1])
    words = String(lines[0])
  }

  /// The 22nd field of /proc/PID/stat (proc(5)), the 20th after the name, which may hold anything; nil: no such process.
  private static func start(of process: Int32) -> String? {
    guard let file = fopen("/proc/\(process)/stat", "re") else { return nil }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = fread(&buffer, 1, buffer.count, file)
    let text = String(decoding: buffer[..<count], as: UTF8.self)
    guard let name = text.lastIndex(of: ")") else { return nil }
    let fields = text[name...].dropFirst().split(separator: " ")
    return fields.count > 19 ? String(fields[19]) : nil
  }
}
