import Domain

/// One figure in French, from the number alone: how much, since when or of when, how it moved, what it is read against. It never
/// says why.
struct FigureSentence {
  let figure: FunderFigure
  /// Since the month before, and since the same month of the year before.
  let onMonth: Trend
  let onYear: Trend
  let month: Month

  init(_ figure: FunderFigure, in month: ReportedMonth) {
    self.figure = figure
    self.month = month.month
    onMonth = month.release.trends[figure.key] ?? .unknown
    onYear = month.release.yearTrends[figure.key] ?? .unknown
  }

  private var indicator: Indicator { figure.indicator }
  private var noun: CountNoun? { CountNoun(plural: figure.label) }
  private var gender: Gender { noun?.gender ?? indicator.unit.gender }

  /// `quinze emplois créés ou en cours de création depuis juillet 2021`, `la part des CDI est de 61,2 % en mai 2022`; why there is
  /// no number where there is none. No stop, no capital, and nothing of how firm it is.
  var level: String { level(place: figure.place.isEmpty ? "" : " (\(figure.place))") }

  /// The same where the place has just been named.
  var levelWithoutPlace: String { level(place: "") }

  private func level(place: String) -> String {
    guard let value = figure.value else {
      let reason = figure.isHidden ? "chiffre couvert par le secret statistique" : missing
      return "\(figure.label)\(place), \(figure.counted.adverbial) : \(reason)"
    }
    let period = place + " " + figure.counted.adverbial
    if figure.indicator.unit.isCount, let noun, value >= .zero, value.isWhole { return noun.counted(value) + period }
    if indicator.unit == .ETP || indicator.unit == .heures, let joined = joined(value) { return joined + period }
    if let named = NamedFigure(figure.label) { return "\(named.subject) est \(ofNumber(shown(value)))\(period)" }
    return "\(figure.label)\(period) : \(shown(value))"
  }

  /// `d’un poste`, `de onze postes`
  private func ofNumber(_ number: String) -> String {
    let first = number.prefix { $0.isLetter }
    return (first == "un" || first == "une" ? "d’" : "de ") + number
  }

  private var missing: String {
    figure.released?.figure.reason.map { "non disponible (\($0.french))" } ?? "non disponible"
  }

  /// ` (provisoire)`; empty where the figure is final, or none.
  var firmness: String {
    switch figure.status {
    case .E where figure.value != nil: return " (estimé)"
    case .U where figure.value != nil: return " (partiel)"
    case .P where figure.value != nil: return " (provisoire)"
    default: return ""
    }
  }

  /// `61,9 ETP`, `6 543 heures d'insertion`: where the label begins with the unit's own word.
  private func joined(_ value: Rational) -> String? {
    guard figure.unitSuffix.isEmpty else { return nil }
    let rest = figure.label.dropFirst(indicator.unit.french.count)
    let word = indicator.unit == .ETP ? "ETP" : French.unit(indicator.unit, for: value)
    return "\(briefNumber(value, decimals: indicator.decimals))\(French.noBreakSpace)\(word)\(rest)"
  }

  /// `quatre postes`, `9 %`, `−2 postes`.
  private func shown(_ value: Rational) -> String {
    let unit = String(French.noBreakSpace) + French.unit(indicator.unit, for: value)
    return indicator.unit.isCount && !value.isZero
      ? amount(value, decimals: indicator.decimals, gender) + unit
      : briefNumber(value, decimals: indicator.decimals) + unit
  }

  /// `, deux de plus qu'en avril` (of a cumulated figure `qu'à fin avril`); `, comme en avril`; empty where nothing may be said, or there is nothing to say.
  var change: String {
    let before = month.advanced(by: -1)
    let then = before.year == month.year ? Month.frenchNames[before.number - 1] : before.french
    return movement(onMonth, since: figure.key.horizon == .mois ? "en \(then)" : "à fin \(then)")
  }

  /// `, sept de plus qu'en mai 2021`.
  var changeOnYear: String {
    movement(onYear, since: figure.key.horizon == .mois ? "en \(month.advanced(by: -12).french)" : nil)
  }

  /// nil: the same stretch a year before.
  private func movement(_ trend: Trend, since then: String?) -> String {
    guard case .movement(.shown(let difference)) = trend, figure.value != nil else { return "" }
    if difference.isZero { return ", comme \(then ?? "un an plus tôt")" }
    let direction = difference > .zero ? "de plus" : "de moins"
    return ", \(size(difference.magnitude)) \(direction) qu'\(then ?? "un an plus tôt")"
  }

  /// Of a difference: `deux`, `2,8 points`. The unit is said where the figure is a share.
  private func size(_ difference: Rational) -> String {
    let unit = indicator.unit.ofDifference
    guard unit == .points else {
      return indicator.unit.isCount
        ? amount(difference, decimals: indicator.decimals, gender)
        : briefNumber(difference, decimals: indicator.decimals)
    }
    let number = briefNumber(difference, decimals: indicator.decimals)
    return "\(number)\(French.noBreakSpace)\(French.unit(unit, for: difference))"
  }

  /// `autant que la base de 9 %`, `2,8 points de moins que la cible de 25 %`; nil where there is nothing to hold it against.
  var gap: String? {
    if let objective = figure.objective { return gap(to: objective.value, "\(objective.kind.ofFrench) de") }
    if let target = figure.target { return gap(to: target.value, "la cible de") }
    return figure.baseline.flatMap { gap(to: $0.value, "la base de") }
  }

  private func gap(to value: Rational, _ name: String) -> String? {
    guard let own = figure.value else { return nil }
    let aim = "\(name) \(plain(value))"
    let difference = own - value
    if difference.isZero { return "autant que \(aim)" }
    return "\(size(difference.magnitude)) \(difference > .zero ? "de plus" : "de moins") que \(aim)"
  }

  private func plain(_ value: Rational) -> String {
    "\(briefNumber(value, decimals: indicator.decimals))\(French.noBreakSpace)\(French.unit(indicator.unit, for: value))"
  }
}

extension Indicator.Unit {
  /// Whole things, said in words up to sixteen.
  var isCount: Bool {
    switch self {
    case .postes, .personnes, .reunions, .entrees, .sorties, .participants, .organisations: return true
    case .ETP, .heures, .points, .percent: return false
    }
  }

  var gender: Gender {
    switch self {
    case .personnes, .reunions, .entrees, .sorties, .organisations, .heures: return .feminine
    case .postes, .participants, .ETP, .points, .percent: return .masculine
    }
  }
}

extension Objective.Kind {
  /// With its article.
  fileprivate var ofFrench: String {
    switch self {
    case .objectif: return "l’objectif"
    case .conventionne: return "le volume conventionné"
    case .plafond: return "le plafond"
    }
  }
}
