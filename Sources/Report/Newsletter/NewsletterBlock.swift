import Domain

/// interne/en-chiffres.md: the newsletter's « en chiffres » block, in sentences made from the figures alone.
package func newsletterBlock(_ month: ReportedMonth) -> String {
  let programme = month.definitions.programme
  let groups = [
    ("Gouvernance", meetingSentences(month)), ("Emplois", jobSentences(month)),
    ("Insertion", insertionSentences(month)), ("L'ESS dans l'emploi", shareSentences(month)),
    ("Fichiers", [deliverySentence(month)]),
  ]
  var lines = ["## En chiffres : \(month.month.french)", "", markdown(programme.label.fr)]
  if programme.isIllustrative { lines += ["", "*Données illustratives : une partie des chiffres est inventée.*"] }
  for (title, sentences) in groups where !sentences.isEmpty {
    lines += ["", "### \(title)", ""] + sentences.map { $0.hasPrefix("  - ") ? $0 : "- " + $0 }
  }
  return typeset(lines.joined(separator: "\n")) + "\n"
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

/// What a sentence adds about how firm its figure is: ` (provisoire, 5 associations sur 7)`.
func firmness(_ figure: ReleasedFigure?) -> String {
  guard let figure = figure?.figure else { return "" }
  switch figure.status {
  case .A, .M: return ""
  case .E: return " (estimé)"
  case .U: return figure.answers.map { " (partiel : \($0.french))" } ?? " (partiel)"
  case .P:
    guard figure.associations > 0 else { return " (provisoire)" }
    let complete = figure.associations - figure.incomplete.count
    return " (provisoire : \(complete) \(complete < 2 ? "association" : "associations") sur \(figure.associations))"
  }
}

/// Why there is no number: `non suivi`, or the sentence of secrecy.
func unsaid(_ figure: ReleasedFigure?) -> String {
  if figure?.isHidden == true { return "chiffre couvert par le secret statistique." }
  switch figure?.figure.reason {
  case .nonSuivi: return "non suivi."
  case .some(let reason): return "non disponible (\(reason.french))."
  case nil: return "non disponible."
  }
}

/// At most the indicator's decimals, none that are zero: `61,1`, `9`.
func brief(_ value: Rational, of indicator: Indicator) -> String {
  let digits = value.text(decimals: indicator.decimals, separator: ",")
  let decimals = digits.firstIndex(of: ",").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
  return French.number(value, decimals: decimals, unit: indicator.unit)
}
