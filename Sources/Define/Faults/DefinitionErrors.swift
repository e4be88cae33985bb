import Failures

extension Error {
  /// Definitions that are not understood: one error, or several.
  package var isOfDefinitions: Bool { self is DefinitionError || self is DefinitionErrors }
}

/// All that is wrong with the definitions, told at once; one alone is a ``DefinitionError``.
package struct DefinitionErrors: Failure {
  /// By file, line and column; two at least.
  package let all: [DefinitionError]

  package var exitCode: ExitCode { .configuration }
  package var message: String { "\(all.count) erreurs dans les définitions :" }
  package var details: [String] { all.map(\.description) }
  /// Without a limit: whoever mends them wants all of them.
  package var text: String { ([message] + details.map { "  " + $0 }).joined(separator: "\n") }
  package var oneLine: String { "\(message) \(details.joined(separator: " | "))" }

  /// At most so many lines: for where few words were asked for.
  package func text(lines: Int) -> String {
    guard all.count + 1 > lines else { return text }
    let told = details.prefix(lines - 2)
    let rest = all.count - told.count
    return ([message] + told.map { "  " + $0 } + ["  et \(rest) autres erreurs : bilan check les dit toutes"])
      .joined(separator: "\n")
  }
}
