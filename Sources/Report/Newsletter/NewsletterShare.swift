import Domain

/// `L'ESS représente 9 % des emplois (…), contre 10,7 % au niveau régional : il manque 1,7 point.`
func shareSentences(_ month: ReportedMonth) -> [String] {
  guard let indicator = month.definitions.catalogue["part_ess_reference"] else { return [] }
  let figure = month.figures[indicator.id, .mois]
  guard let local = figure?.value else { return ["Part de l'ESS : " + unsaid(figure)] }
  let territory = markdown(month.definitions.programme.territory.label.fr)
  var text = "\(territory) : l'ESS représente \(brief(local, of: indicator)) des emplois\(firmness(figure))"
  if let region = month.figures["part_ess_region", .mois]?.value {
    text += ", contre \(brief(region, of: indicator)) au niveau régional"
    let gap = region - local
    if Rational.zero < gap { text += " : il manque \(brief(gap, inPointsLike: indicator))" }
  }
  return [text + "."]
}

private func brief(_ gap: Rational, inPointsLike indicator: Indicator) -> String {
  var points = indicator
  points.unit = .points
  return brief(gap, of: points)
}
