/// Trouble in the world, told by whom it befell: every error of the house that can reach a person says its own exit code,
/// what happened and what to do. Trouble in the data is a Finding (Domain), which is collected and not thrown.
///
/// A few errors are no Failure (a cell that cannot be read, a misplaced quote): whoever calls makes a Finding or a Failure of
/// them. What comes out all the same is a ``Defect``.
package protocol Failure: Error, Sendable {
  var exitCode: ExitCode { get }
  /// What happened, and where: a French sentence. Never the value of a cell or of a row.
  var message: String { get }
  /// What to do, in French; nil where the message says it, or where there is nothing to do.
  var remedy: String? { get }
  /// What the message is about, one a line.
  var details: [String] { get }
  /// The error it came of: for the journal, not for the screen.
  var cause: (any Error)? { get }
  /// All of it as a person reads it, 20 lines at most. ``oneLine`` where message and remedy are one sentence each.
  var text: String { get }
  /// What happened and what to do, as one of several things that are wrong.
  var oneLine: String { get }
}

extension Failure {
  package var remedy: String? { nil }
  package var details: [String] { [] }
  package var cause: (any Error)? { nil }

  package var text: String {
    var lines = [message] + details.prefix(17).map { "  " + $0 }
    if details.count > 17 { lines.append("  … et \(details.count - 17) autres") }
    if let remedy { lines.append(remedy) }
    return lines.joined(separator: "\n")
  }

  package var oneLine: String { [message, remedy].compactMap { $0 }.joined(separator: " ") }

  /// What it came of, the nearest first: a failure by its message; of any other error the type alone, for what such an error
  /// says of itself may hold a value.
  package var causes: [String] {
    guard let cause else { return [] }
    guard let failure = cause as? any Failure else { return ["\(type(of: cause))"] }
    return [failure.message] + failure.causes
  }
}
