import Domain

/// Reads what a funder's file says of single figures: key figures, objectives, comments. Each names one figure: indicator,
/// horizon (none: the longest), and a cell (`at`; none: the total).
struct FunderFigureDecoder {
  let catalogue: Catalogue
  let programme: Programme

  func keyFigures(_ value: YAMLValue) throws -> [Figures.Key] {
    var keys: [Figures.Key] = []
    for entry in try value.list() {
      let key: Figures.Key
      if entry.isMapping {
        key = try self.key(entry.mapping(FunderFigureDecoder.place))
      } else {
        let indicator = try entry.choice(known)
        key = Figures.Key(indicator.id, indicator.horizons.max() ?? .mois)
      }
      guard !keys.contains(key) else { throw entry.fail("ce chiffre clé est déjà dans la liste") }
      keys.append(key)
    }
    return keys
  }

  func objectives(_ value: YAMLValue?, of funder: Funder) throws -> [Objective] {
    var objectives: [Objective] = []
    for entry in try value?.list() ?? [] {
      let map = try entry.mapping(FunderFigureDecoder.place + ["from", "until", "value", "kind", "source"])
      let (from, until) = (try map.required("from").month(), try map.required("until").month())
      guard from <= until else { throw entry.fail("l'objectif finit (until) avant de commencer (from)") }
      let objective = Objective(
        key: try shownKey(map, to: funder), period: from...until, value: try map.required("value").decimal(),
        kind: try map.required("kind").choice(Objective.Kind.allCases.map { ($0.rawValue, $0) }),
        source: try map.required("source").label().fr)
      guard !objectives.contains(where: { $0.key == objective.key && $0.period.overlaps(objective.period) }) else {
        throw entry.fail("ce chiffre a déjà un objectif pour une partie de cette période")
      }
      objectives.append(objective)
    }
    return objectives
  }

  func comments(_ value: YAMLValue?, of funder: Funder) throws -> [Comment] {
    var comments: [Comment] = []
    for entry in try value?.list() ?? [] {
      let map = try entry.mapping(FunderFigureDecoder.place + ["month", "text"])
      let comment = Comment(
        key: try shownKey(map, to: funder), month: try map.required("month").month(),
        text: try map.required("text").label())
      guard !comments.contains(where: { $0.key == comment.key && $0.month == comment.month }) else {
        throw entry.fail("ce chiffre a déjà un commentaire pour ce mois")
      }
      comments.append(comment)
    }
    return comments
  }

  private static let place = ["indicator", "horizon", "at"]

  /// What nobody reads in this report cannot be agreed on, or commented.
  private func shownKey(_ map: YAMLMapping, to funder: Funder) throws -> Figures.Key {
    let key = try key(map)
    guard funder.shows(key) else {
      throw map.place.fail(
        "ce rapport ne montre pas ce chiffre (\(key.horizon.id)\(key.cell.text.isEmpty ? "" : ", \(key.cell.text)")) ;"
          + " l'ajouter à key_figures ou à une section")
    }
    return key
  }

  private var known: [(String, Indicator)] { catalogue.indicators.map { ($0.id, $0) } }

  private func key(_ map: YAMLMapping) throws -> Figures.Key {
    let indicator = try map.required("indicator").choice(known)
    let horizon = try map["horizon"]?.choice(Horizon.allCases.map { ($0.id, $0) }) ?? indicator.horizons.max() ?? .mois
    guard indicator.horizons.contains(horizon) else {
      throw map.place.fail("« \(indicator.id) » n'a pas l'horizon « \(horizon.id) » dans indicators.yaml")
    }
    return Figures.Key(indicator.id, horizon, try cell(map["at"], of: indicator))
  }

  private func cell(_ value: YAMLValue?, of indicator: Indicator) throws -> Cell {
    guard let value else { return .total }
    let cell = Cell(
      try value.entries().map { key, member in
        let dimension = try key.place.choice(Dimension.allCases.map { ($0.id, $0) })
        return Cell.Member(dimension, try self.member(member, of: dimension))
      })
    guard cell.members.isEmpty || indicator.breakdowns.contains(cell.dimensions) else {
      throw value.fail(
        "« \(indicator.id) » n'est pas ventilé par « \(cell.dimensions.map(\.id).joined(separator: ", ")) » dans indicators.yaml"
      )
    }
    return cell
  }

  private func member(_ value: YAMLValue, of dimension: Dimension) throws -> String {
    let ids: [String]
    switch dimension {
    case .axe: ids = programme.axes.map(\.id)
    case .association: ids = programme.associations.map(\.id)
    case .commune: ids = programme.territory.communes.map(\.code.description) + [CommuneCode.elsewhereID]
    case .instance: ids = programme.instances.map(\.id)
    case .dispositif: ids = Scheme.allCases.map(\.id)
    case .sexe: ids = Sex.allCases.map(\.id) + ["inconnu"]
    }
    return try value.choice(ids.map { ($0, $0) })
  }
}
