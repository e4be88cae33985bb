import Testing

/// A textual edit of the demonstration's definitions that makes exactly one mistake, and how it must be told.
struct Mistake: Sendable, CustomTestStringConvertible {
  let file: String
  /// A text that stands in the file; its first place is edited. Empty: the replacement is added at the end.
  let text: String
  let replacement: String
  /// Where it must be told: the line that holds this text, after all edits (the first one).
  let at: String
  /// What the message must hold: what was read, what was expected, the nearest name.
  let words: [String]
  /// Not told together with others: its file, or a list of it, cannot be read.
  let standsAlone: Bool

  init(
    _ file: String, _ text: String, _ replacement: String, at: String? = nil, _ words: String...,
    standsAlone: Bool = false
  ) {
    self.file = file
    self.text = text
    self.replacement = replacement
    self.at = at ?? replacement
    self.words = words
    self.standsAlone = standsAlone
  }

  var testDescription: String { "\(file): \(replacement.prefix(60))" }
}
