import Domain

/// How an indicator is computed, in words: the closed set of measures, each with its parameters and conditions.
struct MeasureWords {
  let catalogue: Catalogue
  let programme: Programme

  func of(_ term: Term) -> String {
    ([measure(term.measure)] + term.conditions.map { conditionWords($0, in: programme) }).joined(separator: ", ")
  }

  private func measure(_ measure: Measure) -> String {
    switch measure {
    case .countFirst, .countEver, .countStock, .sumStock, .sumFlow: return jobs(measure)
    case .countPaths, .countPersons: return paths(measure)
    case .countMeetings: return "réunions distinctes tenues"
    case .sumMeetings(let amount):
      return amount == .participants ? "participants aux réunions tenues" : "partenaires extérieurs aux réunions tenues"
    case .attendance: return "membres présents ÷ (réunions dont la liste est connue × membres à cette date) × 100"
    case .ratio(let of, let over, let factor):
      return "\(part(of)) ÷ \(part(over))" + (factor == Rational(1) ? "" : " × \(French.number(factor, decimals: 0))")
    case .difference(let parts): return parts.map(part).joined(separator: " − ")
    case .sum(let parts): return parts.map(part).joined(separator: " + ")
    case .reference, .missingPosts, .referenceShare: return reference(measure)
    case .delivery: return "fichiers acceptés ÷ fichiers attendus × 100"
    }
  }

  private func jobs(_ measure: Measure) -> String {
    switch measure {
    case .countFirst(let status, let after):
      return "postes distincts dont le premier mois au statut « \(status.french) » tombe dans la période"
        + (after.map { ", parmi ceux qui ont été au statut « \($0.french) » avant" } ?? "")
    case .countEver(let status, let now):
      return "postes distincts au statut « \(status.french) » un mois au moins depuis le début du programme"
        + (now.map { ", plus ceux au statut « \($0.french) » dans le mois qui ne l'ont jamais eu" } ?? "")
    case .countStock(let unit): return unit == .poste ? "postes distincts du mois" : "salariés distincts du mois"
    case .sumStock(let amount, let preferHours):
      return "somme des \(amount == .etp ? "ETP" : "heures") du mois, en moyenne sur plusieurs mois"
        + (preferHours ? " (heures ÷ heures annuelles × 12 quand elles sont données)" : "")
    case .sumFlow(let amount): return "somme des \(amount == .etp ? "ETP" : "heures") de la période"
    default: return ""
    }
  }

  private func paths(_ measure: Measure) -> String {
    guard case .countPaths(let end, let minimumStay) = measure else {
      return "personnes distinctes dont un parcours recouvre la période"
    }
    return "parcours dont \(end == .date_entree ? "l'entrée" : "la sortie") est dans la période"
      + (minimumStay ? ", après la durée minimale du dispositif" : "")
  }

  private func reference(_ measure: Measure) -> String {
    switch measure {
    case .reference(let territory, let value):
      let word: String
      switch value {
      case .share: word = "part de l'ESS"
      case .ess_posts: word = "postes de l'ESS"
      case .all_posts: word = "ensemble des postes"
      }
      return "\(word) du dernier millésime, \(name(territory))"
    case .missingPosts(let territory, let against):
      return "part de l'ESS (\(name(against))) × ensemble des postes − postes de l'ESS (\(name(territory)))"
    case .referenceShare(let territory, let plus):
      return
        "(postes de l'ESS + n) ÷ (ensemble des postes + n) × 100, \(name(territory)) ; n : \(part(plus)), "
        + "après le millésime"
    default: return ""
    }
  }

  private func part(_ part: Part) -> String {
    switch part {
    case .indicator(let id): return "« \(catalogue[id]?.label.fr ?? id) »"
    case .term(let term): return "(\(of(term)))"
    case .baseline(let id): return "base de « \(catalogue[id]?.label.fr ?? id) »"
    }
  }

  private func name(_ territory: String) -> String {
    territoryName(territory, in: programme)
  }
}

/// The programme's own by its label; of another only the id is known, and reads like a name: `hauts-de-france` → `Hauts-de-France`.
func territoryName(_ id: String, in programme: Programme) -> String {
  guard id != programme.territory.id else { return programme.territory.label.fr }
  let small: Set<Substring> = ["de", "du", "des", "la", "le", "les", "et", "en", "sur", "sous", "d", "l"]
  return id.split(separator: "-").enumerated().map { index, word in
    index > 0 && small.contains(word) ? String(word) : sentence(String(word))
  }.joined(separator: "-")
}
