/// Where in a definition something is said, for those who are told of it. Not part of what is meant: two mappings that differ in
/// their places alone are the same.
package struct DefinitionLine: Hashable, Sendable {
  package let number: Int
  package init(_ number: Int) { self.number = number }
  package static func == (a: DefinitionLine, b: DefinitionLine) -> Bool { true }
  package func hash(into hasher: inout Hasher) {}
}
