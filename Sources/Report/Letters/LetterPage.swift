import Domain

/// retours/<association>-<month>.html: what was accepted, what to mend and how, what it costs, what is awaited. For a
/// person who fills spreadsheets; never a value of a cell.
package func letterPage(_ letter: Letter) -> String {
  pageShell(
    title: "\(letter.association.label) – retour sur vos fichiers \(ofMonth(letter.month))", bodyClass: "letter",
    header: [
      tag("p", ["class": "eyebrow"]) { letter.programme.label.fr },
      tag("h1") { "Retour sur vos fichiers \(ofMonth(letter.month))" },
      tag("p") { "À l'attention de : " + letter.association.label },
    ] + illustrativeNotice(letter.programme),
    main: greeting(letter) + progressSection(letter) + receivedSection(letter) + readBackSection(letter)
      + faultSection(letter)
      + awaitedSection(letter) + closing(letter),
    footer: letterFooter(letter))
}

private func greeting(_ letter: Letter) -> [Markup] {
  [tag("p") { "Madame, Monsieur," }, tag("p") { greetingSentence(letter) }]
}

/// Thanks first; then, in a sentence, what there is to do.
private func greetingSentence(_ letter: Letter) -> String {
  let month = ofMonth(letter.month)
  let current = letter.received.contains { $0.month == letter.month }
  switch (current, letter.hasFaults, letter.awaited.isEmpty) {
  case (true, false, true):
    let looks = letter.findings.contains { $0.severity == .warning }
    return "Merci : tous vos fichiers \(month) sont arrivés et ont été acceptés. "
      + (looks ? "Il reste seulement un ou plusieurs points à vérifier." : "Vous n'avez rien à renvoyer.")
  case (true, false, false):
    return "Merci : vos fichiers ont été acceptés. Il en manque encore, dont la liste est plus bas."
  case (true, true, true):
    return "Merci pour votre envoi. Quelques points empêchent encore d'en tenir compte en entier : les voici, avec "
      + "ce qu'il faut saisir."
  case (true, true, false):
    return "Merci pour votre envoi. Quelques points restent à corriger, et des fichiers sont encore attendus."
  case (false, _, false):
    let isGone = letter.progress?.new.contains {
      $0.code == FindingCode.missingFile.rawValue && $0.month == letter.month
    }
    if isGone == true {
      return
        "Nous n'avons plus vos fichiers \(month) : ils ont été retirés depuis notre dernier retour. Voici ceux que nous "
        + "attendons."
    }
    return "Nous n'avons pas encore reçu vos fichiers \(month). Voici ceux que nous attendons."
  case (false, true, true): return "Voici ce qui reste à corriger dans vos fichiers."
  case (false, false, true): return "Aucun fichier n'est attendu de vous pour \(letter.month.french). Merci."
  }
}

private func receivedSection(_ letter: Letter) -> [Markup] {
  guard !letter.received.isEmpty else { return [] }
  return [
    tag("section", ["aria-labelledby": "recus"]) {
      tag("h2", ["id": "recus"]) { "Ce que nous avons reçu" }
      scrollingTable(
        id: "fichiers", caption: "Vos fichiers, avec le nombre de leurs lignes retenues et refusées",
        head: [
          columnHead("Fichier"), columnHead("Mois"), columnHead("État"), columnHead("Retenues", isNumber: true),
          columnHead("Refusées", isNumber: true),
        ],
        rows: letter.received.map(receivedRow))
    }
  ]
}

private func receivedRow(_ delivery: Delivery) -> [Markup] {
  let isRefused = delivery.outcome == .refused
  func rows(_ count: Int) -> String { French.number(Rational(count), decimals: 0) }
  let state = isRefused ? "✗ refusé" : delivery.rowsRefused > 0 ? "✓ accepté en partie" : "✓ accepté"
  return [
    tag("th", ["scope": "row"]) {
      delivery.kind.frenchLabel
      if !delivery.isOwed { tag("div", ["class": "small soft"]) { "reçu sans être attendu : merci" } }
    },
    tag("td") { delivery.month.french },
    tag("td") {
      tag("span", ["class": isRefused ? "state faulty" : "state"]) { state }
      if let reason = delivery.waived { tag("div", ["class": "small soft"]) { "dispense : \(reason)" } }
      if delivery.outcome == .accepted && delivery.rowsKept == 0 && delivery.rowsRefused == 0 {
        tag("div", ["class": "small soft"]) { "rien ce mois-ci" }
      }
      if !delivery.setAside.isEmpty {
        let lines = delivery.setAside.reduce(0) { $0 + $1.rows }
        tag("div", ["class": "small soft"]) { SetAside.lines(lines) + ", comme convenu pour votre logiciel" }
      }
    },
    tag("td", ["class": "number"]) { isRefused ? "aucune" : rows(delivery.rowsKept) },
    tag("td", ["class": "number"]) { isRefused ? "toutes" : rows(delivery.rowsRefused) },
  ]
}

private func closing(_ letter: Letter) -> [Markup] {
  [
    tag("p") {
      letter.hasFaults || !letter.awaited.isEmpty
        ? "Merci de nous envoyer ce qui manque ou est à corriger avant le \(frenchDay(letter.answerBy)), avec vos fichiers"
          + " \(ofMonth(letter.month.advanced(by: 1))). Si un point vous paraît obscur ou inexact, répondez-nous : nous le"
          + " regarderons avec vous."
        : "Vos chiffres sont pris en compte dans le bilan remis aux financeurs."
    },
    tag("p") { "Avec nos remerciements et nos salutations cordiales," },
    tag("p") { "L'équipe du " + letter.programme.label.fr },
  ]
    + (letter.programme.contact.map { contact in [tag("p") { "Contact : \(contact.fr)" }] } ?? [])
}

private func letterFooter(_ letter: Letter) -> [Markup] {
  [
    tag("p") {
      "Ce courrier ne cite jamais le contenu d'une cellule : seulement sa place, la règle, et au plus sa forme (« 5"
      " lettres », « 4 chiffres »)."
      if !letter.findings.isEmpty {
        " Le tableau "
        tag("code") { Markup.verbatim("\(letter.association.id)-\(letter.month).csv") }
        ", à côté de ce courrier, donne les mêmes points, pour les trier."
      }
    }
  ] + (letter.programme.legal.map { legal in [tag("p") { legal.fr }] } ?? [])
}
