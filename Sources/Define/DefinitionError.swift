/// A definition that cannot be used: which file, where, and what was expected. French, for the person who edits it.
package struct DefinitionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Relative to the inputs folder.
  package var file: String
  package var line: Int?
  package var column: Int?
  package var message: String

  package init(file: String, line: Int? = nil, column: Int? = nil, _ message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `programme.yaml:12:5 : clé inconnue…`
  package var description: String {
    var place = file
    if let line { place += ":\(line)" }
    if line != nil, let column { place += ":\(column)" }
    return "\(place) : \(message)"
  }
}
