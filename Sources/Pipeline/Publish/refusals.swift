import Define
import Domain
import Ledger

// Why a run publishes nothing although it could read everything. `plan` asks the same questions.

/// Before anything is published: closed months that would change stop the whole run.
func closedMonths(_ closed: [Month], isSeries: Bool) -> PublicationRefused? {
  guard let first = closed.first else { return nil }
  return PublicationRefused(
    month: first,
    reason:
      "\(closed.map(\.french).joined(separator: ", ")) : mois clos, et les données ou les définitions ont changé",
    details: [
      "pour voir ce qui bouge : bilan plan \(first)",
      "pour publier : bilan reopen \(first) --reason \"…\", puis relancer",
    ] + (isSeries ? ["pour publier les autres mois seulement : --open-only"] : []))
}

/// Where files are owed for the month and none was accepted there is nothing to report: the cumulated figures of the month
/// before would stand under a new name.
func nothingAccepted(_ checked: CheckedMonth) -> PublicationRefused? {
  let deliveries = checked.facts.deliveries
  let month = deliveries.of(checked.month)
  let owed = month.filter { $0.isOwed && $0.waived == nil }
  // The month's first: of a long series' files the first accepted one may be looked for.
  let isEmpty =
    !month.contains { $0.outcome == .accepted } && (!owed.isEmpty || !deliveries.contains { $0.outcome == .accepted })
  guard isEmpty else { return nil }
  return PublicationRefused(
    month: checked.month, reason: "aucun fichier accepté pour \(checked.month.french)",
    details: owed.map { "\($0.name) : \($0.outcome == .absent ? "non reçu" : "refusé")" })
}

/// Owed files that are still to come before they are due; nil: nothing to wait for.
func awaited(_ checked: CheckedMonth) -> RunOutcome? {
  let missing = checked.facts.deliveries.of(checked.month).filter { $0.isOwed && $0.outcome == .absent }
  let due = dueDay(of: checked.month, checked.definitions.programme.rules)
  guard !missing.isEmpty, todayInParis() < due else { return nil }
  return .waiting(files: missing.map(\.name), until: due)
}

/// Why the data forbids publishing; nil: it does not.
func refusal(of planned: PlannedEdition, _ request: RunRequest) -> PublicationRefused? {
  let losses = planned.losses
  if !losses.isEmpty, !request.acceptsLoss {
    return PublicationRefused(
      month: planned.checked.month,
      reason:
        "\(losses.count) fichier(s) de l'édition précédente ne sont plus là, ou plus acceptés ; corriger, ou relancer avec --accept-loss",
      details: losses)
  }
  return lackingRefusal(planned.checked.facts.deliveries, planned.checked.month, request)
}

/// With --strict what is owed must be there, every day anew: that nothing changed since yesterday is no answer.
func lackingRefusal(
  _ deliveries: Deliveries, _ month: Month, _ request: RunRequest
) -> PublicationRefused? {
  guard request.isStrict, case let lacking = deliveries.lacking, !lacking.isEmpty else { return nil }
  return PublicationRefused(
    month: month, reason: "\(lacking.count) fichier(s) dus manquent ou sont refusés (--strict)",
    details: lacking.map(\.name))
}

/// A comment on a figure that may not be told would tell of it. Throws `DefinitionError`.
func requireTellable(_ release: Release, _ checked: CheckedMonth) throws(DefinitionError) {
  for funder in checked.definitions.funders {
    for comment in funder.comments
    where comment.month == checked.month && release.figures[comment.key]?.isHidden == true {
      throw commentRefusal(comment, of: funder)
    }
  }
}

private func commentRefusal(_ comment: Comment, of funder: Funder) -> DefinitionError {
  let place = [comment.key.horizon.id, comment.key.cell.text].filter { !$0.isEmpty }.joined(separator: ", ")
  return DefinitionError(
    file: "\(DefinitionName.funders)\(funder.id).yaml",
    "le commentaire sur « \(comment.key.indicator) » (\(place)) de \(comment.month.french) tient à un chiffre masqué"
      + " (secret statistique) ; le retirer, ou le mettre sur un chiffre publié")
}
