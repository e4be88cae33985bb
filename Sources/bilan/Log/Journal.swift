import Domain
import Failures
import Foundation
import Host
import Logging

/// The journal for machines (`--log`): JSON lines appended to a file, or nothing where no file is given. docs/operations.md says
/// which fields there are. Paths, ids, counts and the sentences of the screen stand in it: never the value of a cell.
struct Journal: Sendable {
  enum Event: String, Sendable {
    case start, notice, published, unchanged, closed, purged, waiting
    /// The last line of a command, whatever came of it.
    case end
  }
  private let logger: Logger?
  private let file: JournalFile?
  private let start = Clock.ticks

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

  func begin(_ command: String, month: Month? = nil) {
    var fields: Logger.Metadata = [
      "event": .event(.start), "command": "\(command)", "version": "\(bilanVersion)",
      "pid": .stringConvertible(Int(Clock.processId)),
    ]
    if let month { fields["month"] = "\(month)" }
    logger?.info("début", metadata: fields)
  }

  func note(_ event: Event, _ message: String, _ fields: Logger.Metadata = [:]) {
    logger?.info("\(message)", metadata: fields.merging(["event": .event(event)]) { $1 })
  }

  /// The last line: how it ended, after how long. A failure is told as a person is told it, with what it came of: `cause`, the
  /// nearest first. Only once: what ends a command from outside may come meanwhile.
  func end(_ failure: (any Failure)? = nil, counts: [String: Int] = [:]) {
    guard let file, file.mayEnd() else { return }
    var fields: Logger.Metadata = [
      "event": .event(.end), "code": .stringConvertible(Int((failure?.exitCode ?? .success).rawValue)),
      "duration": .seconds(since: start),
    ]
    if !counts.isEmpty { fields["counts"] = .counts(counts) }
    guard let failure else {
      logger?.info("fin", metadata: fields)
      return
    }
    if !failure.causes.isEmpty { fields["cause"] = "\(failure.causes.joined(separator: " | "))" }
    logger?.error("\(failure.text)", metadata: fields)
  }

  /// Where a signal ends the program from outside.
  func endIfInterrupted() {
    if let asked = Interruption.asked { end(asked) }
  }

  /// On the disk, or known not to be.
  func close() { file?.close() }

  /// A command line that was not understood is an end too, where it names a journal all the same.
  static func note(_ fault: any Failure, typed: [String]) {
    var path: String?
    for (word, next) in zip(typed, typed.dropFirst() + [""]) {
      if word == "--log", !next.isEmpty { path = next }
      if word.hasPrefix("--log=") { path = String(word.dropFirst("--log=".count)) }
    }
    guard let path, let journal = try? Journal(path) else { return }
    journal.end(fault)
    journal.close()
  }
}

extension Logger.MetadataValue {
  static func counts(_ counts: [String: Int]) -> Logger.MetadataValue {
    .dictionary(counts.mapValues { .stringConvertible($0) })
  }

  /// Seconds, to the hundredth.
  static func seconds(since start: UInt64) -> Logger.MetadataValue {
    .stringConvertible(Double((Clock.ticks - start) / 10_000_000) / 100)
  }

  fileprivate static func event(_ event: Journal.Event) -> Logger.MetadataValue { .string(event.rawValue) }
}
