import Domain

/// A label with its article, as the subject of a sentence: `le taux de sorties dynamiques`, `l’écart à la région`. Only for heads
/// whose gender is known.
struct NamedFigure {
  let subject: String
  let gender: Gender

  init?(_ label: String) {
    let words = label.split(separator: " ").map(String.init)
    guard let head = words.first?.lowercased(), let gender = NamedFigure.genders[head], !label.contains(":") else {
      return nil
    }
    self.gender = gender
    let rest = ([head] + words.dropFirst()).joined(separator: " ")
    let isElided = "aeéêiouhœ".contains(head.prefix(1))
    subject = (isElided ? "l’" : gender == .feminine ? "la " : "le ") + rest + (rest.contains(",") ? "," : "")
  }

  private static let genders: [String: Gender] = [
    "part": .feminine, "proportion": .feminine, "participation": .feminine, "contribution": .feminine,
    "création": .feminine, "complétude": .feminine, "moyenne": .feminine, "durée": .feminine, "surface": .feminine,
    "progression": .feminine, "taux": .masculine, "écart": .masculine, "effectif": .masculine, "nombre": .masculine,
    "montant": .masculine, "volume": .masculine, "niveau": .masculine, "total": .masculine, "apport": .masculine,
  ]
}
