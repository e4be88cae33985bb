import Domain

/// The month, its edition and how firm it is.
func monthHeader(_ month: ReportedMonth, _ reports: [FunderReport]) -> [Markup] {
  let isProvisional = month.figures.all.contains { $0.figure.status == .P }
  let isPartial = month.figures.all.contains { $0.figure.status == .U || $0.figure.answers != nil }
  // Some funder's section has no figure at all.
  let isIncomplete = reports.contains(where: \.isIncomplete)
  return [
    tag("p", ["class": "eyebrow"]) { month.definitions.programme.label.fr },
    tag("h1") { "\(sentence(month.month.french)) en un coup d'œil" },
    tag("ul", ["class": "marks", "aria-label": "État du mois"]) {
      if isProvisional || !(isPartial || isIncomplete) {
        tag("li", ["class": "mark"]) { isProvisional ? "◐ Provisoire" : "● Définitif" }
      }
      if isPartial { tag("li", ["class": "mark"]) { "◔ Partiel" } }
      if isIncomplete { tag("li", ["class": "mark"]) { "○ Incomplet" } }
      if month.edition.number > 1 { tag("li", ["class": "mark"]) { "↻ Révisé" } }
      tag("li", ["class": "mark"]) { "Édition \(month.edition)" }
      tag("li", ["class": "mark"]) { "Interne" }
    },
    tag("p", ["class": "small soft"]) {
      "Page interne au PTCE, à ne pas transmettre : ses nombres de lignes peuvent être de petits effectifs. Aux financeurs vont les"
      " fichiers de « financeurs »."
    },
  ] + (isProvisional ? [tag("p") { lackingSentence(month) }] : []) + illustrativeNotice(month.definitions.programme)
    + [sectionList(month)]
}

/// Which associations keep the month from being final: that is whom to call.
private func lackingSentence(_ month: ReportedMonth) -> String {
  let associations = month.definitions.programme.associations
  let lacking = Set(month.figures.all.filter { $0.figure.status == .P }.flatMap(\.figure.incomplete))
  let names = lacking.sorted().filter(associations.indices.contains).map { associations[$0].label }
  guard !names.isEmpty else { return "Des fichiers manquent ou ont des lignes refusées." }
  return "Des fichiers manquent ou ont des lignes refusées : \(namedBriefly(names))."
}

private func sectionList(_ month: ReportedMonth) -> Markup {
  let sections =
    [("a-faire", "À faire"), ("fichiers-recus", "Fichiers des associations"), ("chiffres", "Chiffres clés")]
    + (month.edition.predecessor == nil ? [] : [("revisions", "Changements")])
    + [("alertes", "Points à vérifier"), ("fichiers", "Fichiers de l'édition")]
  return tag("nav", ["aria-label": "Sommaire"]) {
    tag("ul") {
      for (id, title) in sections { tag("li") { tag("a", ["href": "#\(id)"]) { title } } }
      tag("li") { tag("a", ["href": "../../index.html"]) { "Tous les mois" } }
    }
  }
}
