import Domain

/// An instance's name as a counted noun: `conseil d'administration`, `conseils d'administration`, masculine. Only for
/// heads whose gender is known; of another the newsletter says how many meetings it had.
struct InstanceName {
  let singular: String
  let plural: String
  let gender: Gender

  init?(_ instance: Instance) {
    let words = instance.label.fr.split(separator: " ").map(String.init)
    guard let head = words.first?.lowercased(), let gender = InstanceName.heads[head] else { return nil }
    self.gender = gender
    let lowered = [head] + words.dropFirst()
    singular = lowered.joined(separator: " ")
    plural = InstanceName.plural(lowered).joined(separator: " ")
  }

  private static let heads: [String: Gender] = [
    "conseil": .masculine, "comité": .masculine, "groupe": .masculine, "bureau": .masculine, "atelier": .masculine,
    "séminaire": .masculine, "forum": .masculine, "assemblée": .feminine, "commission": .feminine,
    "réunion": .feminine, "rencontre": .feminine, "conférence": .feminine, "journée": .feminine,
  ]
  private static let prepositions: Set<String> = ["de", "du", "des", "à", "au", "aux", "en", "pour", "sur", "par"]

  /// The head and its adjectives agree; the noun after a preposition does not: `groupes de travail thématiques`.
  private static func plural(_ words: [String]) -> [String] {
    var isComplement = false
    return words.map { word in
      if prepositions.contains(word) {
        isComplement = true
        return word
      }
      if isComplement || word.contains(where: { $0 == "'" || $0 == "’" }) {
        isComplement = false
        return word
      }
      return plural(word)
    }
  }

  private static func plural(_ word: String) -> String {
    switch word.last {
    case "s", "x", "z": return word
    case "u" where word.hasSuffix("au"): return word + "x"
    case "l" where word.hasSuffix("al"): return word.dropLast() + "ux"
    default: return word + "s"
    }
  }
}
