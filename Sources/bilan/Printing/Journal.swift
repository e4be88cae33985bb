import Failures
import Foundation
import Glibc
import Logging
import Host

/// The journal for machines: JSON lines appended to a file, or nothing where no file is given. Times are UTC.
struct Journal {
  private let logger: Logger?

  init(_ path: String?) throws(SystemError) {
    guard let path else {
      logger = nil
      return
    }
    let descriptor = try openForAppending(path)
    logger = Logger(label: "bilan") { _ in JSONLines(descriptor: descriptor) }
  }

  func info(_ message: String, _ metadata: Logger.Metadata = [:]) { logger?.info("\(message)", metadata: metadata) }

  /// As a person is told it, with what it came of: `cause`, the nearest first.
  func error(_ failure: any Failure) {
    var metadata: Logger.Metadata = ["code": "\(failure.exitCode.rawValue)"]
    if !failure.causes.isEmpty { metadata["cause"] = "\(failure.causes.joined(separator: " | "))" }
    logger?.error("\(failure.text)", metadata: metadata)
  }
}

/// One JSON object a line.
private struct JSONLines: LogHandler {
  let descriptor: Int32
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
    let text = Array(bytes) + [UInt8(ascii: "\n")]
    _ = text.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
