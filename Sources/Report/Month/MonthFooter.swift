import Domain

/// How to read the signs, the rule of secrecy the page was made under, and the legal mention.
func monthFooter(_ month: ReportedMonth) -> [Markup] {
  let programme = month.definitions.programme
  let rules = programme.confidentiality
  return [
    tag("p") {
      tag("em") { "nd" }
      " : non disponible, jamais zéro. "
      tag("em") { "s" }
      " : secret statistique : un nombre de 1 à \(rules.personsThreshold - 1) personnes n'est pas publié"
      " (1 à \(rules.sensitiveThreshold - 1) pour les données sensibles), ni un taux qui le donnerait"
      rules.hidesSums ? ", ni les ETP ou les heures de 1 à \(rules.sumsThreshold - 1) personnes." : "."
      " D'autres chiffres sont masqués pour qu'une soustraction ne le donne pas."
    },
    tag("p") {
      "Provisoire : un fichier attendu manque ou a des lignes refusées. Partiel : une colonne que le chiffre demande n'est remplie qu'en partie. Estimé : repose sur une donnée de référence"
      " qui n'est pas officielle."
    },
  ] + (programme.legal.map { legal in [tag("p") { legal.fr }] } ?? [])
}
