import Failures
import Foundation
import Glibc
import Host
import Logging
import PlainText

/// The journal for machines: JSON lines appended to a file, or nothing where no file is given. Times are UTC.
struct Journal {
  private let logger: Logger?
  private let file: JournalFile?

  /// Throws ``SystemError``.
  init(_ path: String?) throws {
    guard let path else {
      (logger, file) = (nil, nil)
      return
    }
    let file = try JournalFile(path)
    self.file = file
    logger = Logger(label: "bilan") { _ in JSONLines(file: file) }
  }

  /// What could not be written so far, if anything.
  var refused: OutputRefused? { file?.refused }

  func info(_ message: String, _ metadata: Logger.Metadata = [:]) { logger?.info("\(message)", metadata: metadata) }

  /// As a person is told it, with what it came of: `cause`, the nearest first.
  func error(_ failure: any Failure) {
    var metadata: Logger.Metadata = ["code": "\(failure.exitCode.rawValue)"]
    if !failure.causes.isEmpty { metadata["cause"] = "\(failure.causes.joined(separator: " | "))" }
    logger?.error("\(failure.text)", metadata: metadata)
  }

  /// On the disk, or known not to be.
  func close() { file?.close() }
}

/// Where the lines go. What fails is kept until the run is at a point where it may be told.
private final class JournalFile: @unchecked Sendable {
  private let descriptor: Int32
  private let name: String
  private(set) var refused: OutputRefused?
  /// A line of which a part was written: the next one does not go on with it.
  private var isTorn = false

  init(_ path: String) throws(SystemError) {
    descriptor = try openForAppending(path)
    name = "le journal \(path)"
  }

  func append(_ line: [UInt8]) {
    let code = writeAll(descriptor, (isTorn ? [UInt8(ascii: "\n")] : []) + line)
    isTorn = code != nil
    note(code)
  }

  func close() {
    var status = stat()
    // A pipe or a device has nothing to keep.
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, fsync(descriptor) != 0 { note(errno) }
    if Glibc.close(descriptor) != 0 { note(errno) }
  }

  private func note(_ code: Int32?) {
    if let code, refused == nil { refused = OutputRefused(name, code: code) }
  }
}

/// One JSON object a line.
private struct JSONLines: LogHandler {
  let file: JournalFile
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var line: [String: String] = [
      "time": ISO8601DateFormatter().string(from: Date()), "level": event.level.rawValue, "message": "\(event.message)",
    ]
    for (key, value) in event.metadata ?? [:] { line[key] = "\(value)" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(line) else { return }
    file.append(escapedJSON(Array(bytes)) + [UInt8(ascii: "\n")])
  }
}
