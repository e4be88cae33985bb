import Domain

/// Persons accompanied this year, exits, insertion FTE: what a small count allows to say.
func insertionSentences(_ month: ReportedMonth) -> [String] {
  let catalogue = month.definitions.catalogue
  let start = month.definitions.programme.start
  let year = Horizon.annee.french(month.month, start: start)
  return [
    catalogue["beneficiaires"].map { indicator in
      let figure = month.figures[indicator.id, .annee]
      guard let value = figure?.value, value.isWhole, let count = Int(exactly: value.numerator) else {
        return "Personnes accompagnées (\(year)) : " + unsaid(figure)
      }
      let noun = count < 2 ? "personne accompagnée" : "personnes accompagnées"
      return "\(sentence(numberWords(count, .feminine))) \(noun) (\(year))\(firmness(figure))."
    },
    catalogue["taux_sorties_dynamiques"].map { rateSentence($0, month, period: year) },
    catalogue["etp_insertion"].map { indicator in
      let figure = month.figures[indicator.id, .mois]
      let value = figure?.value.map { brief($0, of: indicator) }
      return value.map { "\($0) d'insertion en \(month.month.french)\(firmness(figure))." }
        ?? "ETP d'insertion : " + unsaid(figure)
    },
  ].compactMap { $0 }
}

private func rateSentence(_ indicator: Indicator, _ month: ReportedMonth, period: String) -> String {
  let figure = month.figures[indicator.id, .annee]
  guard let value = figure?.value else { return "\(markdown(indicator.label.fr)) (\(period)) : " + unsaid(figure) }
  let target = indicator.targets.applying(to: .total, horizon: .annee, in: month.month)
  let aim = target.map { ", pour une cible de \(brief($0.value, of: indicator))" } ?? ""
  return "\(markdown(indicator.label.fr)) (\(period)) : \(brief(value, of: indicator))\(aim)\(firmness(figure))."
}
