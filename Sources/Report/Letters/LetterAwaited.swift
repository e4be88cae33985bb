import Domain

/// The files that are owed and did not come, and how to send one when there is nothing to say.
func awaitedSection(_ letter: Letter) -> [Markup] {
  let awaited = letter.awaited
  guard !awaited.isEmpty else { return [] }
  let kinds = ExportKind.allCases.filter { kind in awaited.contains { $0.kind == kind } }
  return [
    tag("section", ["aria-labelledby": "attendus"]) {
      tag("h2", ["id": "attendus"]) { "Ce que nous attendons de vous" }
      tag("ul") {
        for kind in kinds {
          let files = awaited.filter { $0.kind == kind }
          if files.count > 6 {
            tag("li") { awaitedSpan(kind, files, letter) }
          } else {
            for delivery in files { tag("li") { awaitedItem(delivery, letter) } }
          }
        }
      }
      emptyFileAdvice(kinds)
      tag("p") {
        "Pour partir d'un modèle vide, avec vos colonnes et une ligne d'exemple expliquée : "
        for (index, kind) in kinds.enumerated() {
          index == 0 ? "" : ", "
          templateLink(kind, letter)
        }
        "."
      }
    }
  ]
}

/// The template travels inside the letter: nobody has to ask for it, and no program has to be there.
private func templateLink(_ kind: ExportKind, _ letter: Letter) -> Markup {
  let bytes = template(kind, for: letter.association, letter.programme)
  return tag(
    "a",
    [
      "href": "data:text/csv;base64,\(base64(bytes))",
      "download": letter.awaited.first { $0.kind == kind }.map { kind.fileName($0.month) },
    ]
  ) { "modèle « \(kind.frenchLabel) »" }
}

/// Many of one kind in one line: their months, and since when the oldest is due.
private func awaitedSpan(_ kind: ExportKind, _ files: [Delivery], _ letter: Letter) -> [Markup] {
  [
    tag("strong") { kind.frenchLabel },
    .text(" : \(files.count) fichiers, \(monthSpans(files.map(\.month)))"),
    .text(files.map(\.month).min().map { " – le plus ancien était attendu le \(frenchDay(letter.due($0)))" } ?? ""),
  ]
}

private func awaitedItem(_ delivery: Delivery, _ letter: Letter) -> [Markup] {
  [
    tag("strong") { delivery.kind.frenchLabel },
    .text(", \(delivery.month.french) (fichier "),
    tag("code") { Markup.verbatim(delivery.kind.fileName(delivery.month)) },
    .text(") – échéance : \(frenchDay(letter.due(delivery.month)))"),
  ]
}

/// A header alone means nothing this month; but a register is everybody at once, and an empty one would say that nobody
/// was ever accompanied.
private func emptyFileAdvice(_ kinds: [ExportKind]) -> [Markup] {
  var advice: [Markup] = []
  if kinds.contains(where: { $0 != .beneficiaires }) {
    advice.append(
      tag("p") {
        "Rien à déclarer ce mois-ci ? Envoyez tout de même le fichier, avec sa seule ligne d'en-têtes : nous le lirons"
        " « rien ce mois-ci », et non « fichier manquant »."
      })
  }
  if kinds.contains(.beneficiaires) {
    advice.append(
      tag("p") {
        "Le registre des bénéficiaires reprend tous les parcours : s'il n'a pas changé, renvoyez-le tel quel, complet ;"
        " ses seuls en-têtes voudraient dire que vous n'avez accompagné personne."
      })
  }
  return advice
}
