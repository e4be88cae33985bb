import Failures

/// A definition that cannot be used: which file, where, and what was expected. French, for the person who edits it.
package struct DefinitionError: Failure, Hashable, CustomStringConvertible {
  /// Relative to the inputs folder.
  package var file: String
  package var line: Int?
  package var column: Int?
  /// What was expected there.
  package var expected: String

  package init(file: String, line: Int? = nil, column: Int? = nil, _ expected: String) {
    self.file = file
    self.line = line
    self.column = column
    self.expected = expected
  }

  /// `programme.yaml:12:5 : clé inconnue…`
  package var description: String {
    var place = file
    if let line { place += ":\(line)" }
    if line != nil, let column { place += ":\(column)" }
    return "\(place) : \(expected)"
  }

  package var exitCode: ExitCode { .configuration }
  package var message: String { "\(description)." }
  package var oneLine: String { description }
}
