import Compute
import Domain
import Pipeline

/// An explanation for a person: what the figure is, what it rests on, its rows, and the sum made again.
func describe(_ explanation: Explanation, _ checked: CheckedMonth) -> String {
  let figure = explanation.figure
  let indicator = explanation.indicator
  let programme = checked.definitions.programme
  var text = "\(indicator.label.fr), \(figure.horizon.french(checked.month, start: programme.start))"
  for member in figure.cell.members { text += ", \(member.dimension.label.fr.lowercased()) \(member.id)" }
  text += "\n  \(indicator.definition.fr)\n  valeur : \(value(of: figure, indicator))\n"
  if let numerator = figure.numerator, let denominator = figure.denominator {
    text += "  numérateur : \(numerator.text(separator: ",")) ; dénominateur : \(denominator.text(separator: ","))\n"
  }
  text += "  statut : \(figure.status.id) (\(figure.status.french)\(figure.reason.map { " : \($0.french)" } ?? ""))"
  if !figure.incomplete.isEmpty {
    let names = figure.incomplete.map { programme.associations[$0].label }.joined(separator: ", ")
    text +=
      " : \(figure.associations - figure.incomplete.count) associations sur \(figure.associations) ; il manque \(names)"
  }
  if let answers = figure.answers { text += " ; \(answers.french)" }
  text += "\n" + parameters(explanation)
  for source in explanation.sources { text += describe(source, programme) }
  return text + proof(explanation)
}

private func value(of figure: Figure, _ indicator: Indicator) -> String {
  figure.value.map { "\($0.text(separator: ",")) \(indicator.unit.french)" } ?? "nd"
}

private func parameters(_ explanation: Explanation) -> String {
  var text = ""
  for (name, benchmark) in [("base", explanation.baseline), ("cible", explanation.target)] {
    guard let benchmark else { continue }
    let date = benchmark.month.map { " (\($0.french))" } ?? ""
    text += "  \(name) : \(benchmark.value.text(separator: ","))\(date), \(benchmark.source)\n"
  }
  for vintage in explanation.vintages {
    text +=
      "  référence \(vintage.territory) au \(vintage.asOf.french), \(vintage.standing.rawValue) : \(vintage.source)\n"
  }
  return text
}

private func describe(_ source: Explanation.Source, _ programme: Programme) -> String {
  let period =
    source.period.lowerBound == source.period.upperBound
    ? source.period.upperBound.french : "\(source.period.lowerBound.french) à \(source.period.upperBound.french)"
  var text = "\n  \(source.measure.name), \(period)\n"
  for condition in source.conditions { text += "    condition : \(words(condition, programme))\n" }
  if case .countPaths(_, minimumStay: true) = source.measure {
    let days = programme.rules.minimumStayDays.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.id) \($0.value) jours" }
    text += "    durée minimale : \(days.isEmpty ? "aucune" : days.joined(separator: ", "))\n"
  }
  for hours in source.fullTimeHours {
    let counted = hours.counted == .paid ? "payées" : "travaillées"
    text +=
      "    H \(hours.scheme?.id ?? "permanent") : \(hours.annual.rational.text(separator: ",")) heures \(counted) par an, depuis le \(hours.validFrom.french) (\(hours.source))\n"
  }
  text +=
    "    fichiers lus : \(source.filesRead) ; lignes lues : \(source.rowsRead), retenues : \(source.rows.count), refusées : \(source.rowsRefused)\n"
  for row in source.rows {
    text += "    \(row.file):\(row.line)"
    if let amount = row.amount { text += "  \(amount.text(separator: ","))" }
    if let fraction = row.fraction { text += "  \(fraction.numerator) / \(fraction.denominator)" }
    text += "  (n° \(row.unit))\n"
  }
  return text
}

private func proof(_ explanation: Explanation) -> String {
  guard let value = explanation.figure.value else {
    return "\n  preuve : sans objet, le chiffre n'est pas disponible\n"
  }
  guard explanation.adds else {
    return
      "\n  preuve : ÉCHEC, les lignes donnent \(explanation.readded?.text(separator: ",") ?? "rien") et non \(value.text(separator: ","))\n"
  }
  return "\n  preuve : les lignes refont \(value.text(separator: ",")), exactement\n"
}

/// A condition, as the catalogue writes it.
func words(_ condition: Condition, _ programme: Programme) -> String {
  let field = condition.field.rawValue
  let sign = condition.isExcluded ? "sauf " : ""
  switch condition.test {
  case .known: return sign + "\(field) renseigné"
  case .withinTerritory: return sign + "commune du territoire"
  case .range(let from, let to):
    return sign
      + [from.map { "\(field) ≥ \($0)" }, to.map { "\(field) ≤ \($0)" }].compactMap { $0 }.joined(separator: " et ")
  case .oneOf(let codes):
    return sign + "\(field) : " + codes.sorted().map { code(condition.field, $0, programme) }.joined(separator: ", ")
  }
}

private func code(_ field: Field, _ code: UInt32, _ programme: Programme) -> String {
  switch field {
  case .axe: return programme.axes[Int(code) - 1].id
  case .association: return programme.associations[Int(code) - 1].id
  case .instance: return programme.instances[Int(code) - 1].id
  case .commune: return CommuneCode(packed: code).description
  default: return field.codebook?[code: UInt8(truncatingIfNeeded: code)]?.id ?? String(code)
  }
}
