/// A closed list of codes of a column: what is written in the file, what is kept, and what readers are told, once.
package struct Codebook: Sendable {
  package struct Entry: Sendable {
    /// From 1: 0 is a blank in a column.
    package let code: UInt8
    package let id: String
    /// As a reader meets it in a sentence: `créé`, `femmes`.
    package let french: String
    /// Words accepted besides the id, beyond case, accents and punctuation.
    package let words: [String]
  }

  /// In the order in which people are told of them.
  package let entries: [Entry]

  /// `french` and `words` by id; where a code has none, its id stands.
  init<C: Code>(
    _ codes: [C], french: (C) -> String = { $0.id }, words: (C) -> [String] = { _ in [] }
  ) {
    entries = codes.map { Entry(code: $0.rawValue, id: $0.id, french: french($0), words: words($0)) }
  }

  package var isYesNo: Bool { ids == Codebook.yesNo.ids }
  package var ids: [String] { entries.map(\.id) }
  package subscript(code code: UInt8) -> Entry? { entries.first { $0.code == code } }

  /// How many bits hold any of its codes, and the blank.
  package var bits: Int { UInt8.bitWidth - (entries.map(\.code).max() ?? 0).leadingZeroBitCount }

  /// The ids as a column writes them, by code; empty for the blank and for codes that there are not.
  package var idsByCode: [[UInt8]] {
    var ids = [[UInt8]](repeating: [], count: 1 + Int(entries.map(\.code).max() ?? 0))
    for entry in entries { ids[Int(entry.code)] = Array(entry.id.utf8) }
    return ids
  }
}
