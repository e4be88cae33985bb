import Domain
import PlainText

/// interne/en-chiffres.md: the newsletter's « en chiffres » block, in sentences made from the figures alone. Meetings and jobs by
/// axis are told one by one; every other key figure of the funders has its sentence, by what it is about.
package func newsletterBlock(_ month: ReportedMonth) -> String {
  let programme = month.definitions.programme
  let figures = keyFigures(of: month).filter { !isToldApart($0, in: month) }
  func told(_ topic: Topic) -> [String] {
    figures.filter { Topic($0, in: month) == topic }.map { newsletterSentence($0, in: month) }
  }
  let groups = [
    ("Gouvernance", meetingSentences(month) + told(.meetings)), ("Emplois", jobSentences(month) + told(.jobs)),
    ("Insertion", told(.persons)), ("L'ESS dans l'emploi", told(.territory)),
    ("Fichiers", [deliverySentence(month)]),
  ]
  var lines = ["## En chiffres : \(month.month.french)", "", markdown(programme.label.fr)]
  if programme.isIllustrative { lines += ["", "*Données illustratives : une partie des chiffres est inventée.*"] }
  for (title, sentences) in groups where !sentences.isEmpty {
    lines += ["", "### \(title)", ""] + sentences.map { $0.hasPrefix("  - ") ? $0 : "- " + $0 }
  }
  return typeset(lines.joined(separator: "\n")) + "\n"
}

/// What a figure is about, by the files it reads.
private enum Topic {
  case jobs, persons, meetings, territory, files

  init(_ figure: FunderFigure, in month: ReportedMonth) {
    let catalogue = month.definitions.catalogue
    let kinds = catalogue.kinds(of: figure.indicator.term)
    if case .delivery = figure.indicator.term.measure {
      self = .files
    } else if !catalogue.territories(of: figure.indicator.term).isEmpty {
      self = .territory
    } else if kinds.contains(.beneficiaires) || readsSchemes(figure.indicator.term) {
      self = .persons
    } else {
      self = kinds.contains(.reunions) ? .meetings : .jobs
    }
  }
}

/// FTE and hours of people in insertion are told with them, though the staff file has them.
private func readsSchemes(_ term: Term) -> Bool {
  term.conditions.contains { $0.field == .dispositif && !$0.isExcluded }
}

private func isToldApart(_ figure: FunderFigure, in month: ReportedMonth) -> Bool {
  let highlights = month.definitions.highlights
  let ids = [highlights.jobs?.all.id, highlights.jobs?.created.id, highlights.meetings?.id].compactMap { $0 }
  return ids.contains(figure.key.indicator)
}

/// Level, what it is read against, and how firm it is.
private func newsletterSentence(_ figure: FunderFigure, in month: ReportedMonth) -> String {
  let words = FigureSentence(figure, in: month)
  let gap = figure.objective == nil ? words.gap.map { ", \($0)" } ?? "" : ""
  return ended(sentence(markdown(words.level + gap)) + words.firmness)
}

/// Data as Markdown text: nothing in it starts a tag, an emphasis or a link.
func markdown(_ data: String) -> String {
  var result = ""
  for character in visible(data) {
    switch character {
    case "<": result += "&lt;"
    case "\\", "*", "_", "[", "]", "`", "#", "|": result += "\\" + String(character)
    default: result.append(character)
    }
  }
  return result
}

/// What a sentence adds about how firm its figure is: ` (provisoire : 2 associations incomplètes sur 7)`.
func firmness(_ figure: ReleasedFigure?) -> String {
  guard let figure = figure?.figure else { return "" }
  switch figure.status {
  case .A, .M: return ""
  case .E: return " (estimé)"
  case .U: return figure.answers.map { " (partiel : \($0.french))" } ?? " (partiel)"
  case .P: return " (\(provisionalText(figure)))"
  }
}

/// Why there is no number: `instance non suivie`, or the sentence of secrecy.
func unsaid(_ figure: ReleasedFigure?) -> String {
  if figure?.isHidden == true { return "chiffre couvert par le secret statistique." }
  switch figure?.figure.reason {
  case .nonSuivi: return "instance non suivie."
  case .some(let reason): return "non disponible (\(reason.french))."
  case nil: return "non disponible."
  }
}
