import Domain

/// A label that counts: `Emplois créés` → `emploi créé`, `emplois créés`, masculine. Only for heads whose gender is known, and
/// for labels that are one noun with what belongs to it: no colon, no comma.
struct CountNoun {
  let singular: String
  let plural: String
  let gender: Gender

  /// From a plural.
  init?(plural label: String) {
    let words = label.split(separator: " ").map(String.init)
    guard let head = words.first?.lowercased(), let last = head.last, "sx".contains(last),
      let gender = CountNoun.genders[CountNoun.singular(head)], !label.contains(where: { ":,()".contains($0) })
    else { return nil }
    self.gender = gender
    let lowered = [head] + words.dropFirst()
    plural = lowered.joined(separator: " ")
    singular = CountNoun.agreeing(lowered, CountNoun.singular).joined(separator: " ")
  }

  /// From a singular: `Conseil d'administration`.
  init?(singular label: String) {
    let words = label.split(separator: " ").map(String.init)
    guard let head = words.first?.lowercased(), let gender = CountNoun.genders[head] else { return nil }
    self.gender = gender
    let lowered = [head] + words.dropFirst()
    singular = lowered.joined(separator: " ")
    plural = CountNoun.agreeing(lowered, CountNoun.plural).joined(separator: " ")
  }

  /// `quinze emplois créés`, `aucune réunion tenue`, `79 bénéficiaires`; of a fraction `2,5 emplois`.
  func counted(_ number: Rational, decimals: Int = 0) -> String {
    if number.isZero { return "\(gender == .feminine ? "aucune" : "aucun") \(singular)" }
    let isSingular = number < Rational(2) && Rational(-2) < number
    return "\(amount(number, decimals: decimals, gender)) \(isSingular ? singular : plural)"
  }

  static let genders: [String: Gender] = [
    "emploi": .masculine, "poste": .masculine, "contrat": .masculine, "salarié": .masculine, "bénéficiaire": .masculine,
    "participant": .masculine, "partenaire": .masculine, "parcours": .masculine, "jeune": .masculine,
    "projet": .masculine, "conseil": .masculine, "comité": .masculine, "groupe": .masculine, "bureau": .masculine,
    "atelier": .masculine, "séminaire": .masculine, "forum": .masculine, "habitant": .masculine,
    "travailleur": .masculine, "chômeur": .masculine, "membre": .masculine,
    "personne": .feminine, "femme": .feminine, "réunion": .feminine, "entrée": .feminine, "sortie": .feminine,
    "organisation": .feminine, "association": .feminine, "assemblée": .feminine, "commission": .feminine,
    "rencontre": .feminine, "conférence": .feminine, "journée": .feminine, "heure": .feminine, "embauche": .feminine,
    "salariée": .feminine, "structure": .feminine,
  ]
  private static let links: Set<String> = [
    "de", "du", "des", "à", "au", "aux", "en", "pour", "sur", "par", "dans", "avec", "sans",
  ]
  private static let joints: Set<String> = ["ou", "et", "&", "–", "/"]

  /// The head and its adjectives agree; the noun after a preposition, and what follows it, do not: `emplois créés ou en cours de
  /// création`, `groupes de travail thématiques` (where the head's number shows in its last word).
  private static func agreeing(_ words: [String], _ form: (String) -> String) -> [String] {
    var isComplement = false
    return words.map { word in
      if links.contains(word) {
        isComplement = true
        return word
      }
      if joints.contains(word) { return word }
      if isComplement || word.contains(where: { $0 == "'" || $0 == "’" }) {
        isComplement = false
        return word
      }
      return form(word)
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

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("eaux") { return String(word.dropLast()) }
    if word.hasSuffix("aux") { return word.dropLast(3) + "al" }
    return word.hasSuffix("s") && word != "parcours" && word.count > 3 ? String(word.dropLast()) : word
  }
}

/// A count in words up to sixteen, in digits beyond; fractions in digits, none that are zero.
func amount(_ number: Rational, decimals: Int, _ gender: Gender = .masculine) -> String {
  if number.isWhole, let count = Int(exactly: number.numerator), (0...16).contains(count) {
    return numberWords(count, gender)
  }
  return briefNumber(number, decimals: decimals)
}

/// At most so many decimals, none that are zero: `61,9`, `9`.
func briefNumber(_ value: Rational, decimals: Int) -> String {
  let needed = French.decimals(of: value, atLeast: decimals)
  let digits = value.text(decimals: needed, separator: ",")
  let shown = digits.firstIndex(of: ",").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
  return French.number(value, decimals: min(shown, needed))
}
