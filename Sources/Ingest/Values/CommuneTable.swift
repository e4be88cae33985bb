import Domain

/// A commune as an INSEE code, the name of one of the programme's communes, the postal code of exactly one of them, or a code
/// and a name that agree. All that is not the territory's is one member, *ailleurs*.
struct CommuneTable {
  private let ownCodes: Set<CommuneCode>
  private var names: [String: CommuneCode] = [:]
  private var postalCodes: [String: [CommuneCode]] = [:]
  private static let elsewhere: Set<String> = ["ailleurs", "hors territoire"]

  init(_ territory: Territory) {
    ownCodes = Set(territory.communes.map(\.code))
    for commune in territory.communes {
      // Its own code too: an office may write the postal code and the INSEE code of one commune.
      for name in [commune.label, commune.code.description] + commune.aliases { names[normalForm(name)] = commune.code }
      for code in commune.postalCodes { postalCodes[code, default: []].append(commune.code) }
    }
  }

  /// The code where it is the territory's, else *ailleurs*.
  func member(_ code: CommuneCode) -> CommuneCode { ownCodes.contains(code) ? code : .elsewhere }

  /// A postal code goes before an INSEE code of elsewhere; one of several communes is refused.
  func commune(_ field: Bytes) throws(InvalidValue) -> (code: CommuneCode, isPostal: Bool) {
    let text = String(decoding: field, as: UTF8.self)
    if let code = fiveCharacters(text) {
      if let own = CommuneCode(code), ownCodes.contains(own) { return (own, false) }
      if let communes = postalCodes[code] {
        guard communes.count == 1, let only = communes.first else { throw CommuneFaults.severalCommunes }
        return (only, true)
      }
      return (.elsewhere, false)
    }
    let name = normalForm(text)
    if let code = names[name] { return (code, false) }
    if CommuneTable.elsewhere.contains(name) { return (.elsewhere, false) }
    return (try codeAndName(name, field), false)
  }

  /// A code: five digits, or 2A or 2B and three; of four digits the leading 0 is lost.
  private func fiveCharacters(_ text: some StringProtocol) -> String? {
    let isNumber = text.utf8.allSatisfy { (48...57).contains($0) }
    if isNumber && text.utf8.count == 4 { return "0" + text }
    if isNumber && text.utf8.count == 5 { return String(text) }
    return CommuneCode(text) == nil ? nil : String(text).uppercased()
  }

  /// `62110 Hénin-Beaumont`: the commune that both say. With CEDEX the code is a post office's: the name alone decides.
  private func codeAndName(_ form: String, _ field: Bytes) throws(InvalidValue) -> CommuneCode {
    var words = form.split(separator: " ")
    var code: String?
    if let first = words.first, let read = fiveCharacters(first) {
      code = read
      words.removeFirst()
    }
    var isCedex = false
    if words.last == "cedex" || words.dropLast().last == "cedex" && words.last.map(isShortNumber) == true {
      isCedex = true
      words.removeLast(words.last == "cedex" ? 1 : 2)
    }
    if code == nil, words.count > 1, let last = words.last, let read = fiveCharacters(last) {
      code = read
      words.removeLast()
    }
    let named = names[words.joined(separator: " ")]
    // A name has letters: a date has none, whatever its year looks like.
    guard let code, named != nil || words.contains(where: { $0.contains(where: \.isLetter) }) else {
      guard isCedex, let named else { throw CommuneFaults.unknown(field) }
      return named
    }
    if isCedex { return named ?? .elsewhere }
    let communes = self.communes(of: code)
    guard let named else {
      guard communes.isEmpty else { throw CommuneFaults.disagreement }
      return .elsewhere
    }
    guard communes.contains(named) else { throw CommuneFaults.disagreement }
    return named
  }

  private func isShortNumber(_ word: Substring) -> Bool {
    word.utf8.count <= 2 && word.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// The territory's communes that a code can mean; none: elsewhere.
  private func communes(of code: String) -> [CommuneCode] {
    (CommuneCode(code).map { ownCodes.contains($0) ? [$0] : [] } ?? []) + (postalCodes[code] ?? [])
  }
}

private enum CommuneFaults {
  static let severalCommunes = InvalidValue(
    code: .ambiguousPostalCode, rule: "ce code postal est celui de plusieurs communes du territoire",
    remedy: "écrire le nom de la commune ou son code INSEE")
  static let disagreement = InvalidValue(
    code: .communeDisagreement, rule: "le code et le nom ne sont pas ceux de la même commune",
    remedy: "vérifier lequel est juste, et n'écrire que celui-là")
  static func unknown(_ field: Bytes) -> InvalidValue {
    InvalidValue(
      code: .unknownCommune, rule: "ce nom n'est pas celui d'une commune du territoire (\(shape(of: field)))",
      remedy:
        "corriger le nom ; pour une commune d'ailleurs, écrire son code postal ou son code INSEE, ou le mot « ailleurs »"
    )
  }
}
