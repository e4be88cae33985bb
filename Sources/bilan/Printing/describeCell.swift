import Domain
import Pipeline
import Report

/// A cell's explanation for a person. A figure of the month by itself reads like one that was asked for by its name; of two, each
/// with its own proof, then what is between them, and whether that is what the sheet shows.
func describe(_ cell: CellExplanation) -> String {
  let parts = cell.parts.map { part in
    guard case .figure(_, let checked, let edition) = part,
      cell.parts.count > 1 || checked.month != cell.month || edition != cell.edition
    else { return describe(part) }
    return "(\(checked.month.french), édition \(edition)) " + describe(part)
  }
  guard cell.operation != .value || cell.parts.first?.figure == nil else {
    return parts.joined() + (cell.holds ? "" : "\n  " + proof(cell))
  }
  var text = "\(cell.sheet)!\(cell.cell) montre \(words(cell.shown))\n"
  for (number, part) in parts.enumerated() { text += "\n" + (parts.count > 1 ? "\(number + 1). " : "") + part }
  text += "\n"
  if let line = calculation(cell) { text += "  \(line)\n" }
  return text + "  " + proof(cell)
}

private func describe(_ part: CellExplanation.Part) -> String {
  switch part {
  case .figure(let explanation, let checked, _): return describe(explanation, checked)
  case .declared(let declared, let file): return describe(declared, file)
  case .absent(let reason): return "\(reason)\n"
  }
}

/// `base : 15 (mai 2022)`, its source, and where it stands.
private func describe(_ declared: DeclaredValue, _ file: String) -> String {
  var text = "\(declared.word) : \(frenchNumber(declared.value))"
  if let month = declared.month { text += " (\(month.french))" }
  if let period = declared.period { text += " (\(period.lowerBound.french) à \(period.upperBound.french))" }
  if declared.isBefore { text += ", dans l'édition précédente" }
  text += "\n  source : \(declared.source.isEmpty ? "non dite" : declared.source)\n  définition : \(file), "
  let place = declared.key.cell.text
  let cell = [declared.key.horizon.id, place].filter { !$0.isEmpty }.joined(separator: " ")
  switch declared.subject {
  case .baseline: text += "\(declared.key.indicator), baseline"
  case .target: text += "\(declared.key.indicator), target"
  case .objective: text += "objectives, \(declared.key.indicator) \(cell)"
  }
  return text + "\n"
}

extension DeclaredValue {
  /// `base`, `cible`, `objectif`, `plafond`
  var word: String {
    switch subject {
    case .baseline: return "base"
    case .target: return "cible"
    case .objective(let kind): return kind == .conventionne ? "objectif conventionné" : kind.french
    }
  }
}

/// `Écart : 12,5 − 10 = 2,5`; nil where a part has no value, or where nothing is calculated.
func calculation(_ cell: CellExplanation) -> String? {
  let values = cell.parts.map(\.value)
  if cell.operation == .elapsed, let result = cell.result { return "Part des mois écoulés : \(frenchNumber(result)) %" }
  guard cell.operation == .difference || cell.operation == .share, values.count == 2 else { return nil }
  let names = values.map { $0.map(operand) ?? "nd" }
  let result = cell.result.map(frenchNumber) ?? "nd"
  let difference = "\(names[0]) − \(names[1])"
  return cell.operation == .share
    ? "Écart en % : (\(difference)) ÷ \(values[1].map { frenchNumber($0.magnitude) } ?? "nd") × 100 = \(result)"
    : "Écart : \(difference) = \(result)"
}

private func proof(_ cell: CellExplanation) -> String {
  guard case .number = cell.shown else {
    return "preuve : la feuille montre \(words(cell.shown)), aucun nombre à comparer\n"
  }
  let result = cell.result.map(frenchNumber) ?? "rien"
  guard cell.holds else { return "preuve : ÉCHEC, la feuille montre \(words(cell.shown)) et non \(result)\n" }
  return "preuve : c'est ce que la feuille montre\n"
}

private func operand(_ value: Rational) -> String {
  value < .zero ? "(\(frenchNumber(value)))" : frenchNumber(value)
}

/// At most six decimals, as on the sheet; the minus is U+2212.
private func frenchNumber(_ value: Rational) -> String {
  value.text(separator: ",").replacing("-", with: "\u{2212}")
}

/// What a cell shows; `s`, `nd` and `nc` with what they stand for.
private func words(_ content: ShownCell.Content) -> String {
  switch content {
  case .blank: return "une case vide"
  case .number(let number):
    // Whole millionths, as they were written.
    return frenchNumber(Rational(Int128((number * 1e6).rounded()), over: 1_000_000))
  case .text("s"): return "s (secret statistique)"
  case .text("nd"): return "nd (non disponible)"
  case .text("nc"): return "nc (non comparable : d'autres fichiers manquent à l'un des deux mois)"
  case .text(let text): return "« \(text) »"
  }
}
