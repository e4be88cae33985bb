/// One column of the contract of a kind of export (2-exports.md): everything that is known of it, once. What reads, writes,
/// explains or asks about it derives what it needs from here.
package struct ExportColumn: Sendable {
  package enum Presence: Hashable, Sendable {
    /// The column must be there, and no cell of it may be blank.
    case required
    /// One of the columns with this mark must be there, and one of its cells filled.
    case oneOf
    case optional
  }

  /// What a blank cell says.
  package enum Blank: Hashable, Sendable {
    /// Nothing: the row is refused, or another column stands in for it.
    case notAllowed
    /// Nobody filled it in: a condition on it can leave a figure *non-renseigne*.
    case unknown
    /// The same, but for an association that declares `blank_is_no` a no.
    case unknownOrNo
    /// Something of its own: nobody holds the job, no insertion job, still there, held.
    case meaning
    /// The association's own commune.
    case ownCommune
  }

  /// What says, instead of an empty cell, that something is not known (2-exports.md, the values).
  package enum UnknownWords: Hashable, Sendable {
    /// Nothing: the cell must say.
    case none
    /// A dash, a slash, a question mark.
    case signs
    /// Words too: `NC`, `inconnu`.
    case signsAndWords
  }

  package let id: String
  package let type: ColumnType
  package let presence: Presence
  package let blank: Blank
  /// Header words accepted besides the id, beyond case, accents and punctuation.
  package let aliases: [String]
  /// As a reader would call it in a sentence.
  package let french: String
  /// What to fill in, for the template. `{codes}`, `{axes}` and `{instances}` stand for the ids of its list.
  package let explanation: String
  /// A cell of the template's example. `{axe}`, `{commune}`, `{instance}` and `{membres}` stand for the programme's own.
  package let example: String

  init(
    _ type: ColumnType, _ presence: Presence, blank: Blank? = nil, aliases: [String] = [], french: String? = nil,
    explanation: String, example: String = "", id: String
  ) {
    self.id = id
    self.type = type
    self.presence = presence
    self.blank = blank ?? (presence == .optional ? .unknown : .notAllowed)
    self.aliases = aliases
    self.french = french ?? id
    self.explanation = explanation
    self.example = example
  }

  /// Of what names something a word would be read as a name, and of a commune that has a default as that default.
  package var unknownWords: UnknownWords {
    if case .identifier = type { return .signs }
    if blank == .ownCommune { return .signs }
    return presence == .required ? .none : .signsAndWords
  }

  /// Whether a cell may be left blank and the row stay. What names a person or a job stands in for nothing.
  package var mayBeBlank: Bool {
    if case .identifier = type { return false }
    return presence != .required
  }
}
