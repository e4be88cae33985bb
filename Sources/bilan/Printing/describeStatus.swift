import Domain
import Pipeline

/// Which of the two ages is beyond what was allowed.
struct TooOld {
  let run: Bool
  let edition: Bool
}

/// Where the programme stands, for a person.
func describe(_ status: ProgrammeStatus, _ tooOld: TooOld) -> String {
  var text = lastTimes(status, tooOld)
  let closed = status.months.filter(\.isClosed).map(\.month)
  if !closed.isEmpty { text += "Mois clos : \(spans(closed))\n" }
  if !status.neverPublished.isEmpty { text += "Mois jamais publiés : \(spans(status.neverPublished))\n" }
  text += staleMonths(status) + remadeMonths(status) + lateFiles(status)
  text += givenAway(status) + retention(status.retention)
  for line in status.damaged { text += "✗ \(line) ; remettre l'édition depuis une sauvegarde\n" }
  for line in status.unsettled { text += "À régler par la prochaine exécution : \(line)\n" }
  return text
}

/// A purge that took place, and one that is due.
private func retention(_ retention: ProgrammeStatus.Retention) -> String {
  var text = retention.lastPurge.map { "Dernière purge : \($0.french)\n" } ?? ""
  if !retention.purged.isEmpty {
    text +=
      "Éditions qui ne se recalculent plus, leurs archives étant purgées : \(retention.purged.count) (bilan history)\n"
  }
  if retention.past > 0 {
    let files = "\(retention.past) \(retention.past > 1 ? "archives ont" : "archive a") passé"
    text += "\(files) leur durée de conservation (\(retention.months ?? 0) mois) : bilan purge --dry-run\n"
  }
  return text
}

/// Counted by month: the cells stand in --json.
private func givenAway(_ status: ProgrammeStatus) -> String {
  guard !status.givenAway.isEmpty else { return "" }
  let cells = Dictionary(grouping: status.givenAway, by: \.month).sorted { $0.key < $1.key }
  let lines = cells.map { month, found in
    let exact = Set(found.filter { $0.what == .exact || $0.lowest == $0.highest }.map(\.key)).count
    return "  \(month) : \(Set(found.map(\.key)).count) chiffres masqués, dont \(exact) exactement\n"
  }
  return
    "Chiffres masqués que les éditions d'avant la version 0.8 laissent retrouver : rien ne peut plus les protéger (--json les liste) :\n"
    + lines.joined()
}

private func lastTimes(_ status: ProgrammeStatus, _ tooOld: TooOld) -> String {
  var text: String
  if let last = status.months.last, let age = status.editionAge {
    text = "Dernière édition : \(last.edition.name) ; dernière publication il y a \(days(age))"
  } else {
    text = "Aucune édition publiée"
  }
  text += (tooOld.edition ? " : TROP ANCIEN" : "") + "\n"
  if let age = status.runAge {
    text += "Dernière exécution réussie : il y a \(days(age))"
  } else {
    text += "Aucune exécution réussie"
  }
  return text + (tooOld.run ? " : TROP ANCIEN" : "") + "\n"
}

private func staleMonths(_ status: ProgrammeStatus) -> String {
  guard let first = status.stale.first else {
    return status.months.isEmpty ? "" : "Chaque mois publié est ce que les données donnent aujourd'hui.\n"
  }
  var text = "Mois publiés que les données d'aujourd'hui ne donnent plus :\n"
  for month in status.stale { text += "  \(month.edition.name) : \(figures(month.moved))\n" }
  let reopen = status.stale.filter(\.isClosed).map { "bilan reopen \($0.month) --reason \"…\", puis " }.joined()
  return text + "  → bilan plan \(first.month), puis \(reopen)bilan run --from \(first.month) --reason \"…\"\n"
}

private func remadeMonths(_ status: ProgrammeStatus) -> String {
  guard let first = status.remade.first else { return "" }
  return "Mois que cette version de bilan ferait autrement, les données étant les mêmes :\n"
    + status.remade.map { "  \($0.edition.name) : \($0.remake?.french ?? "")\n" }.joined()
    + "  → rien n'oblige à les refaire ; bilan plan \(first.month) --remake, puis bilan run --from \(first.month) --remake\n"
}

private func lateFiles(_ status: ProgrammeStatus) -> String {
  guard !status.late.isEmpty else { return "" }
  let shown = 20
  var text = "Fichiers attendus (\(status.late.count)) :\n"
  for late in status.late.prefix(shown) { text += "  \(late.file) : \(late.french)\n" }
  if status.late.count > shown { text += "  … et \(status.late.count - shown) autres (--json les liste)\n" }
  return text
}

extension ProgrammeStatus.Late {
  /// `en retard de 12 jours (dû le 15/06/2022) ; dernier reçu : etp-2022-04.csv, le 14/05/2022`
  fileprivate var french: String {
    var text = isRefused ? "refusé, à renvoyer corrigé ; " : ""
    text +=
      isOverdue
      ? "en retard de \(daysLate) jour\(daysLate > 1 ? "s" : "") (dû le \(due.french))"
      : "à recevoir d'ici au \(due.french)"
    guard !isRefused else { return text }
    guard let last = lastReceived else { return text + " ; rien de ce genre n'a encore été reçu" }
    let name = last.file.split(separator: "/").last.map(String.init) ?? last.file
    return text + " ; dernier reçu : \(name)" + (last.day.map { ", le \($0.french)" } ?? "")
  }
}

extension Remake {
  var french: String {
    let made = "faite par bilan \(bilanVersion)"
    return figures > 0
      ? "\(made) ; \(bilan.figures(figures))" : "\(made) ; aucun chiffre ne change, \(files.count) fichiers"
  }
}

/// `2021-07 à 2022-04, 2022-06`
func spans(_ months: [Month]) -> String {
  months.runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) à \($0.upperBound)" }.joined(separator: ", ")
}

func days(_ seconds: Int) -> String {
  let days = seconds / 86_400
  return days < 1 ? "moins d'un jour" : days == 1 ? "1 jour" : "\(days) jours"
}
