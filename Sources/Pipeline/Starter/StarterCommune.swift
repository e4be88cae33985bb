import Domain

/// A commune of the territory.
struct StarterCommune: Hashable, Sendable {
  let code: CommuneCode
  let label: String
  let postalCodes: [String]

  /// `59350=Lille` or `59350=Lille=59000,59800`. Throws ``StarterRefused``.
  init(saying text: String) throws(StarterRefused) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(trimmed)
    guard (2...3).contains(parts.count), let code = CommuneCode(parts[0]), !parts[1].isEmpty else {
      throw StarterRefused(
        message:
          "« \(text) » : attendu : le code INSEE, le nom et si possible les codes postaux d'une commune, comme "
          + "59350=Lille=59000,59800.")
    }
    self.code = code
    label = parts[1]
    postalCodes = parts.count < 3 ? [] : parts[2].split(separator: ",").map(trimmed)
    guard postalCodes.allSatisfy({ $0.utf8.count == 5 && $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
      throw StarterRefused(message: "« \(text) » : un code postal a cinq chiffres.")
    }
  }

  /// Communes of one territory: no code and no name twice. Throws ``StarterRefused``.
  static func list(saying texts: [String]) throws(StarterRefused) -> [StarterCommune] {
    var communes: [StarterCommune] = []
    for text in texts {
      let commune = try StarterCommune(saying: text)
      if communes.contains(where: { $0.code == commune.code || normalForm($0.label) == normalForm(commune.label) }) {
        throw StarterRefused(message: "« \(text) » : cette commune est donnée deux fois.")
      }
      communes.append(commune)
    }
    return communes
  }
}
