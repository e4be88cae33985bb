import Domain

/// How one figure is read: its number, *s* where it is secret, *nd* where it is missing, with the reason.
struct ShownValue {
  /// `15 postes`, `s`, `nd`.
  let text: String
  /// What `s` and `nd` stand for; empty for a number.
  let remark: String
  let number: Rational?

  init(_ figure: ReleasedFigure?, of indicator: Indicator) {
    number = figure.released.number
    switch figure.released {
    case .shown(let value):
      text = French.number(value, decimals: indicator.decimals, unit: indicator.unit)
      remark = ""
    case .hidden:
      text = "s"
      remark = "secret statistique"
    case .missing:
      text = "nd"
      remark = figure?.figure.reason?.french ?? "non calculé"
    }
  }

  var markup: [Markup] {
    guard !remark.isEmpty else { return [.text(text)] }
    return [tag("em") { text }, tag("span", ["class": "small soft"]) { " (\(remark))" }]
  }
}

/// The status of a figure in words, with a sign of its own: never by colour alone.
func statusMarkup(_ figure: ReleasedFigure?) -> Markup {
  let status = figure?.figure.status ?? .M
  let sign: String
  switch status {
  case .A: sign = "●"
  case .E: sign = "≈"
  case .U: sign = "◔"
  case .P: sign = "◐"
  case .M: sign = "○"
  }
  return tag("span", ["class": "small"]) {
    tag("span", ["aria-hidden": "true"]) { sign + " " }
    statusText(figure)
  }
}

/// `provisoire (5 associations sur 7)`, `partiel (renseigné pour 73 personnes sur 79)`; both where both hold.
func statusText(_ figure: ReleasedFigure?, namesAssociations: Bool = true) -> String {
  guard let figure = figure?.figure else { return Status.M.french }
  switch figure.status {
  case .P:
    return
      ([namesAssociations ? provisionalText(figure) : Status.P.french]
      + (figure.answers.map { [partialText($0)] } ?? [])).joined(separator: " ; ")
  case .U: return partialText(figure.answers)
  case .A, .E, .M: return figure.status.french
  }
}

private func provisionalText(_ figure: Figure) -> String {
  guard figure.associations > 0 else { return Status.P.french }
  let complete = figure.associations - figure.incomplete.count
  let space = French.noBreakSpace
  let word = complete < 2 ? "association" : "associations"
  return "\(Status.P.french) (\(complete)\(space)\(word) sur\(space)\(figure.associations))"
}

/// nil: how many may not be told.
private func partialText(_ answers: Answers?) -> String {
  answers.map { "\(Status.U.french) (\($0.french))" } ?? "\(Status.U.french) (renseigné en partie)"
}

/// A difference to a baseline or a target: `+0,03 point`, `−2 postes`. Shares differ in points.
func signedDifference(_ difference: Rational, decimals: Int, unit: Indicator.Unit) -> String {
  let text = French.number(difference, decimals: decimals, unit: unit == .percent ? .points : unit)
  return difference.scaled(decimals: decimals) > 0 ? "+" + text : text
}
