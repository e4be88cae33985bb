/// One of the programme's axes of cooperation.
package struct Axis: Hashable, Sendable {
  package var id: String
  package var label: Label
  package var aliases: [String]
  package init(id: String, label: Label, aliases: [String] = []) {
    self.id = id
    self.label = label
    self.aliases = aliases
  }
}
