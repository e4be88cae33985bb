import Domain

/// One condition of a measure in words: `statut : créé, consolidé`, `hors statut : supprimé`, `dans le territoire`.
func conditionWords(_ condition: Condition, in programme: Programme) -> String {
  let field = condition.field.french
  let prefix = condition.isExcluded ? "hors " : ""
  switch condition.test {
  case .oneOf(let codes):
    return "\(prefix)\(field) : "
      + codes.sorted().map { codeWords($0, of: condition.field, in: programme) }.joined(separator: ", ")
  case .known: return condition.isExcluded ? "\(field) non renseigné" : "\(field) renseigné"
  case .range(let from, let to): return "\(prefix)\(field) : \(rangeWords(from, to))"
  case .withinTerritory: return condition.isExcluded ? "hors du territoire" : "dans le territoire"
  }
}

private func rangeWords(_ from: Int?, _ to: Int?) -> String {
  switch (from, to) {
  case (let from?, let to?): return "de \(from) à \(to)"
  case (let from?, nil): return "\(from) et plus"
  case (nil, let to?): return "\(to) et moins"
  case (nil, nil): return "tous"
  }
}

/// Codes are those of the field's list, numbers from 1 in the programme's lists, or packed communes.
private func codeWords(_ code: UInt32, of field: Field, in programme: Programme) -> String {
  let index = Int(code) - 1
  func label(_ labels: [String]) -> String { labels.indices.contains(index) ? labels[index] : "\(code)" }
  switch field {
  case .axe: return label(programme.axes.map(\.label.fr))
  case .association: return label(programme.associations.map(\.label))
  case .instance: return label(programme.instances.map(\.label.fr))
  case .commune:
    let commune = CommuneCode(packed: code)
    if commune == .elsewhere { return "hors du territoire" }
    return programme.territory.communes.first { $0.code == commune }?.label ?? commune.description
  default: return field.codebook?[code: UInt8(truncatingIfNeeded: code)]?.french ?? "\(code)"
  }
}
