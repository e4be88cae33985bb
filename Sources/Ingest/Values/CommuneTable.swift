import Domain

/// A commune as an INSEE code, the name of one of the programme's communes, or the postal code of exactly one of them.
struct CommuneTable {
  private let ownCodes: Set<CommuneCode>
  private var names: [String: CommuneCode] = [:]
  private var postalCodes: [String: [CommuneCode]] = [:]

  init(_ territory: Territory) {
    ownCodes = Set(territory.communes.map(\.code))
    for commune in territory.communes {
      for name in [commune.label] + commune.aliases { names[normalForm(name)] = commune.code }
      for code in commune.postalCodes { postalCodes[code, default: []].append(commune.code) }
    }
  }

  /// A postal code goes before an INSEE code of elsewhere; one of several communes is refused.
  func commune(_ field: Bytes) throws(InvalidValue) -> (code: CommuneCode, isPostal: Bool) {
    var text = String(decoding: field, as: UTF8.self)
    let isNumber = text.utf8.allSatisfy { (48...57).contains($0) }
    if isNumber && text.utf8.count == 4 { text = "0" + text }
    if let code = CommuneCode(text), ownCodes.contains(code) { return (code, false) }
    if let communes = postalCodes[text] {
      guard communes.count == 1, let code = communes.first else { throw CommuneFaults.severalCommunes }
      return (code, true)
    }
    if let code = CommuneCode(text) { return (code, false) }
    if let code = names[normalForm(text)] { return (code, false) }
    throw CommuneFaults.unknown(field)
  }
}

private enum CommuneFaults {
  static let severalCommunes = InvalidValue(
    code: "ambiguous-postal-code", rule: "ce code postal est celui de plusieurs communes du territoire",
    remedy: "écrire le nom de la commune ou son code INSEE")
  static func unknown(_ field: Bytes) -> InvalidValue {
    InvalidValue(
      code: "unknown-commune", rule: "commune inconnue, trouvé « \(shape(of: field)) »",
      remedy: "écrire le code INSEE (62427), ou le nom d'une commune du territoire")
  }
}
