import Domain

/// À faire: whom to remind and since when, what to have corrected, to whom to send what, what to look at.
func todoSection(_ month: ReportedMonth, _ reports: [any FunderFile]) -> [Markup] {
  let items = reminders(month) + corrections(month) + sendings(month, reports) + checks(month)
  return [
    tag("section", ["aria-labelledby": "a-faire"]) {
      tag("h2", ["id": "a-faire"]) { "À faire" }
      if items.isEmpty {
        tag("p") { "Rien : tout est arrivé, rien n'est à corriger ni à envoyer." }
      } else {
        tag("ol") { for item in items { tag("li") { item } } }
      }
    }
  ]
}

/// One an association: what it owes, and since when.
private func reminders(_ month: ReportedMonth) -> [[Markup]] {
  let awaited = month.deliveries.lacking.filter(\.isAwaited).byAssociation
  return month.definitions.programme.associations.compactMap { association in
    guard let files = awaited[association.id], let oldest = files.map(\.month).min() else { return nil }
    let due = frenchDay(dueDay(of: oldest, under: month.definitions.programme.rules))
    return [
      .text("Relancer "), tag("strong") { association.label },
      .text(" – \(lackingWords(files)), \(files.count < 2 ? "attendu" : "attendus") depuis le \(due). "),
      letterLink(association.id, month),
    ]
  }
}

/// Files that came and were refused, or of which rows were.
private func corrections(_ month: ReportedMonth) -> [[Markup]] {
  let current = month.deliveries.of(month.month).filter { $0.waived == nil }.byAssociation
  return month.definitions.programme.associations.compactMap { association in
    let files = current[association.id] ?? []
    let refused = files.filter { $0.outcome == .refused }.map(\.kind.frenchLabel)
    let partly = files.filter { $0.outcome == .accepted && $0.rowsRefused > 0 }.map(\.kind.frenchLabel)
    guard !refused.isEmpty || !partly.isEmpty else { return nil }
    let parts =
      (refused.isEmpty ? [] : ["fichier refusé : \(French.list(refused))"])
      + (partly.isEmpty ? [] : ["lignes refusées : \(French.list(partly))"])
    return [
      .text("Faire corriger par "), tag("strong") { association.label },
      .text(" – \(parts.joined(separator: " ; ")). "),
      letterLink(association.id, month),
    ]
  }
}

private func letterLink(_ association: Association.ID, _ month: ReportedMonth) -> Markup {
  tag("a", ["href": "../retours/\(association)-\(month.month).html"]) { "Lettre" }
}

/// The reports that go out for the first time, and those that are not what was sent.
private func sendings(_ month: ReportedMonth, _ reports: [any FunderFile]) -> [[Markup]] {
  // Where nobody notes what is sent, the edition before stands for what was.
  let isNoted = !month.sent.isEmpty
  let unknown = reports.filter { month.sent[$0.funder.id] == nil }
  let new = unknown.filter { isNoted || !$0.isRevision }.map(\.funder.label.fr)
  let revised = isNoted ? [] : reports.filter { $0.isTouched }.map(\.funder.label.fr)
  let before = month.edition.predecessor ?? ""
  let outdated = reports.compactMap { report -> [Markup]? in
    guard let sent = month.sent[report.funder.id], sent.isOutdated else { return nil }
    return [.text("Envoyer la nouvelle édition à \(report.funder.label.fr), qui a reçu l'édition \(sent.edition).")]
  }
  return outdated + (new.isEmpty ? [] : [[.text("Envoyer le rapport à \(French.list(new)).")]])
    + (revised.isEmpty
      ? [] : [[.text("Envoyer la nouvelle édition à qui a reçu l'édition \(before) : \(French.list(revised)).")]])
}

private func checks(_ month: ReportedMonth) -> [[Markup]] {
  let points = month.findings.of(month.month).count { $0.severity == .warning }
  let comments = month.definitions.funders.reduce(0) { $0 + $1.comments.count { $0.month == month.month } }
  var items: [[Markup]] = []
  if points > 0 {
    items.append([
      .text("Vérifier "),
      tag("a", ["href": "#alertes"]) { points < 2 ? "un point signalé" : "\(points) points signalés" }, .text("."),
    ])
  }
  if comments > 0 {
    items.append([
      .text(
        comments < 2
          ? "Relire le commentaire qui part avec un rapport."
          : "Relire les \(comments) commentaires qui partent avec les rapports.")
    ])
  }
  return items
}
