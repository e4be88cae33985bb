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

  /// The ids of an enum, and other names for some of them.
  init<C: Code>(_ type: C.Type, among: [C] = Array(C.allCases), aliases: [C: [String]] = [:]) {
    self.init(
      among.map { (UInt32($0.rawValue), [$0.id] + (aliases[$0] ?? [])) },
      expected: among.map(\.id).joined(separator: ", "))
  }

  func code(_ field: Bytes) throws(InvalidValue) -> UInt32 {
    if let code = codes[normalForm(String(decoding: field, as: UTF8.self))] { return code }
    throw InvalidValue(
      code: "unknown-code", rule: "valeur hors de la liste, trouvé « \(shape(of: field)) »",
      remedy: "écrire une de ces valeurs : \(expected)")
  }
}

/// Yes and no, as people write them.
func yesNoTable() -> CodeTable {
  CodeTable(
    [
      (UInt32(YesNo.oui.rawValue), ["oui", "o", "vrai", "true", "yes", "1", "x"]),
      (UInt32(YesNo.non.rawValue), ["non", "n", "faux", "false", "no", "0"]),
    ], expected: "oui, non")
}
