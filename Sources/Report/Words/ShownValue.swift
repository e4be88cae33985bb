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
      text = NoNumber.secret.rawValue
      remark = NoNumber.secret.french
    case .missing:
      text = NoNumber.missing.rawValue
      remark = figure?.figure.reason?.french ?? "non calculé"
    }
  }
}

/// A status in a word, with a sign of its own: never by colour alone.
func statusMark(_ status: Status) -> Markup {
  let sign: String
  switch status {
  case .A: sign = "●"
  case .E: sign = "≈"
  case .U: sign = "◔"
  case .P: sign = "◐"
  case .M: sign = "○"
  }
  return tag("span", ["class": "nowrap"]) {
    tag("span", ["aria-hidden": "true"]) { sign + "\u{00A0}" }
    status.french
  }
}

/// `provisoire : 2 associations incomplètes sur 7`: it counts what is lacking, as "1 sur 10" alone would be read either way. Of a
/// single association's figure it says nothing more.
func provisionalText(_ figure: Figure) -> String {
  guard figure.associations > 1, !figure.incomplete.isEmpty else { return Status.P.french }
  let count = figure.incomplete.count
  let space = French.noBreakSpace
  return "\(Status.P.french) : \(count)\(space)\(count < 2 ? "association incomplète" : "associations incomplètes")"
    + " sur\(space)\(figure.associations)"
}

/// A difference to a baseline or a target: `+0,03 point`, `−2 postes`. Shares differ in points.
func signedDifference(_ difference: Rational, decimals: Int, unit: Indicator.Unit) -> String {
  let text = French.number(difference, decimals: decimals, unit: unit == .percent ? .points : unit)
  return difference > .zero ? "+" + text : text
}
