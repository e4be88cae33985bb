import Domain

/// Reads what a funder's file says of single figures: key figures, objectives, comments. Each names one figure: indicator,
/// horizon (none: the longest), and a cell (`at`; none: the total).
struct FunderFigureDecoder {
  let catalogue: CatalogueDraft
  let programme: ProgrammeDraft

  func keyFigures(_ value: YAMLValue) -> [Figures.Key] {
    var lines: [Figures.Key: Int?] = [:]
    return value.list().compactMap { entry in
      guard let key = keyFigure(entry) else { return nil }
      if let first = lines.updateValue(entry.line, forKey: key) {
        entry.fail("ce chiffre clé est déjà dans la liste\(already(first)) ; en retirer un")
      }
      return key
    }
  }

  private func keyFigure(_ entry: YAMLValue) -> Figures.Key? {
    guard !entry.isMapping else {
      return entry.faults.sound { key(entry.fields(FunderKeys.keyFigure)) } ?? nil
    }
    return entry.member(of: catalogue.roster).map { id in
      Figures.Key(id, catalogue[id]?.indicator.horizons.max() ?? .mois)
    }
  }

  /// `funder` nil: what its report shows is not known.
  func objectives(_ value: YAMLValue?, of funder: Funder?) -> [Objective] {
    var before: [(objective: Objective, line: Int?)] = []
    for entry in value?.list() ?? [] {
      let map = entry.fields(FunderKeys.objective)
      let key = entry.faults.sound { self.shownKey(map, to: funder) } ?? nil
      let (from, until) = (map["from"]?.month(), map["until"]?.month())
      if let from, let until, until < from {
        map["until"]?.fail("l'objectif finit (until) avant de commencer (from) ; attendu : \(from) ou plus tard")
      } else if let until, let start = programme.start, until < start {
        map["until"]?.slip("l'objectif finit avant le début du programme (\(start)) ; il ne sert jamais")
      }
      let value = map["value"]?.decimal()
      let kind = map["kind"]?.choice(Objective.Kind.allCases.map { ($0.rawValue, $0) })
      let source = map["source"]?.label()
      guard let key, let from, let until, from <= until else { continue }
      let objective = Objective(
        key: key, period: from...until, value: value ?? .zero, kind: kind ?? .objectif, source: source?.fr ?? "")
      if let other = before.first(where: { $0.objective.key == key && $0.objective.period.overlaps(from...until) }) {
        entry.fail(
          "ce chiffre a déjà un objectif pour une partie de cette période\(already(other.line)) ; en retirer un")
      }
      before.append((objective, entry.line))
    }
    return before.map(\.objective)
  }

  func comments(_ value: YAMLValue?, of funder: Funder?) -> [Comment] {
    var before: [(comment: Comment, line: Int?)] = []
    for entry in value?.list() ?? [] {
      let map = entry.fields(FunderKeys.comment)
      let key = entry.faults.sound { self.shownKey(map, to: funder) } ?? nil
      let (month, text) = (map["month"]?.month(), map["text"]?.label())
      if let month, let start = programme.start, month < start {
        map["month"]?.slip("\(month) précède le début du programme (\(start)) : ce commentaire ne s'imprime jamais")
      }
      guard let key, let month else { continue }
      if let other = before.first(where: { $0.comment.key == key && $0.comment.month == month }) {
        entry.fail("ce chiffre a déjà un commentaire pour ce mois\(already(other.line)) ; en retirer un")
      }
      before.append((Comment(key: key, month: month, text: text ?? .unread), entry.line))
    }
    return before.map(\.comment)
  }

  /// What nobody reads in this report cannot be agreed on, or commented.
  private func shownKey(_ map: YAMLFields, to funder: Funder?) -> Figures.Key? {
    guard let key = key(map) else { return nil }
    if let funder, catalogue[key.indicator]?.hasHorizons == true, !funder.shows(key) {
      map.place.fail(
        "ce rapport ne montre pas ce chiffre (\(key.horizon.id)\(key.cell.text.isEmpty ? "" : ", \(key.cell.text)")) ;"
          + " l'ajouter à key_figures ou à une section")
    }
    return key
  }

  private func key(_ map: YAMLFields) -> Figures.Key? {
    let id = map["indicator"]?.member(of: catalogue.roster)
    let written = map["horizon"]?.choice(Horizon.allCases.map { ($0.id, $0) })
    let entry = id.flatMap { catalogue[$0] }
    let cell = cell(map["at"], of: entry)
    guard let id else { return nil }
    let horizon = written ?? entry?.indicator.horizons.max() ?? .mois
    if let entry, entry.hasHorizons, !entry.indicator.horizons.contains(horizon) {
      map["horizon"]?.fail(
        "« \(id) » n'a pas l'horizon « \(horizon.id) » dans indicators.yaml ; attendu : \(entry.horizonWords)")
    }
    return Figures.Key(id, horizon, cell)
  }

  private func cell(_ value: YAMLValue?, of entry: CatalogueDraft.Entry?) -> Cell {
    guard let value else { return .total }
    let members = value.faults.sound {
      value.entries().compactMap { key, member -> Cell.Member? in
        guard let dimension = key.place.choice(Dimension.allCases.map { ($0.id, $0) }) else { return nil }
        return self.member(member, of: dimension).map { Cell.Member(dimension, $0) }
      }
    }
    guard let members else { return .total }
    let cell = Cell(members)
    if let entry, entry.hasBreakdowns, !cell.members.isEmpty, !entry.indicator.breakdowns.contains(cell.dimensions) {
      value.fail(
        "« \(entry.indicator.id) » n'est pas ventilé par « \(cell.dimensions.map(\.id).joined(separator: ", ")) » dans indicators.yaml ; attendu : \(entry.breakdownWords)"
      )
    }
    return cell
  }

  private func member(_ value: YAMLValue, of dimension: Dimension) -> String? {
    switch dimension {
    case .axe: return value.member(of: programme.axes)
    case .association: return value.member(of: programme.associations)
    case .commune: return value.raw == CommuneCode.elsewhereID ? value.raw : value.member(of: programme.communes)
    case .instance: return value.member(of: programme.instances)
    case .dispositif: return value.choice(Scheme.allCases.map { ($0.id, $0.id) })
    case .sexe: return value.choice((Sex.allCases.map(\.id) + ["inconnu"]).map { ($0, $0) })
    }
  }
}
