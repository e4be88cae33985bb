import Domain

/// What a coded column accepts: names in their normal form, and the code each stands for.
struct CodeTable {
  private(set) var codes: [String: UInt32] = [:]
  /// What a reader is told to type.
  let expected: String

  init(_ entries: [(code: UInt32, names: [String])], expected: String) {
    self.expected = expected
    for (code, names) in entries { for name in names { codes[normalForm(name)] = code } }
  }

  /// A closed list: its ids and words; before them the words of all associations, and before those the association's own.
  init(_ codebook: Codebook, column: String, own: OwnWords, ofAll: OwnWords) {
    self.init(
      codebook.entries.map { (UInt32($0.code), [$0.id] + $0.words) }, expected: codebook.ids.joined(separator: ", "))
    for words in [ofAll, own] {
      for entry in codebook.entries {
        for word in words.byColumn[column]?[entry.id] ?? [] { codes[normalForm(word)] = UInt32(entry.code) }
      }
    }
  }

  /// The same without words of anybody's own.
  init(_ codebook: Codebook) { self.init(codebook, column: "", own: OwnWords(), ofAll: OwnWords()) }

  func code(_ field: Bytes) throws(InvalidValue) -> UInt32 {
    if let code = codes[normalForm(String(decoding: field, as: UTF8.self))] { return code }
    throw InvalidValue(
      code: .unknownCode, rule: "valeur hors de la liste, trouvé \(shape(of: field))",
      remedy: "écrire une de ces valeurs : \(expected)", mayBeLeftBlank: "vider la cellule si ce n'est pas connu")
  }
}
