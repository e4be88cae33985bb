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

  /// The ids of a closed list, and the other words for them.
  init(_ codebook: Codebook) {
    self.init(
      codebook.entries.map { (UInt32($0.code), [$0.id] + $0.words) }, expected: codebook.ids.joined(separator: ", "))
  }

  func code(_ field: Bytes) throws(InvalidValue) -> UInt32 {
    if let code = codes[normalForm(String(decoding: field, as: UTF8.self))] { return code }
    throw InvalidValue(
      code: "unknown-code", rule: "valeur hors de la liste, trouvé « \(shape(of: field)) »",
      remedy: "écrire une de ces valeurs : \(expected)")
  }
}
