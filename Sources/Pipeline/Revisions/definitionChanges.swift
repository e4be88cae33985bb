import Domain

/// What differs between two states of the definitions, entry by entry, in the order in which it is applied: reference tables,
/// programme, catalogue, waivers, funders. Of what is to come only after `month`, and of words nobody reads, nothing is said.
func definitionChanges(from old: Definitions, to new: Definitions, in month: Month) -> [DefinitionChange] {
  referenceChanges(old, new, month) + programmeChanges(old.programme, new.programme, month)
    + catalogueChanges(old.catalogue, new.catalogue, month) + waiverChanges(old.acknowledged, new.acknowledged, month)
    + funderChanges(old, new, month)
}

private func referenceChanges(_ old: Definitions, _ new: Definitions, _ month: Month) -> [DefinitionChange] {
  struct Place: Hashable {
    let territory: String
    let asOf: Day
  }
  let shown = max(new.programme.start, month.advanced(by: -12))...month
  // A vintage counts where a month of the reports is read from it.
  let vintages = differing(
    old.reference.vintages.map { (Place(territory: $0.territory, asOf: $0.asOf), $0) },
    new.reference.vintages.map { (Place(territory: $0.territory, asOf: $0.asOf), $0) }
  ).filter { place in
    shown.contains { month in
      [old, new].contains { $0.reference.vintage(of: place.territory, in: month)?.asOf == place.asOf }
    }
  }
  let hours = differing(
    old.reference.fullTimeHours.map { (HoursPlace($0), $0) }, new.reference.fullTimeHours.map { (HoursPlace($0), $0) }
  ).filter { $0.validFrom <= month.lastDay }
  return vintages.map {
    DefinitionChange(
      .vintage(territory: $0.territory, asOf: $0.asOf), .reference, in: DefinitionName.territory,
      "données du territoire (\(name(of: $0.territory, in: new.programme)), \($0.asOf.french))")
  }
    + hours.map {
      DefinitionChange(
        .hours($0.scheme, validFrom: $0.validFrom), .methode, in: DefinitionName.hours,
        "heures d'un temps plein (\($0.scheme?.id.uppercased() ?? "permanents"), dès le \($0.validFrom.french))")
    }
}

private struct HoursPlace: Hashable {
  let scheme: Scheme?
  let validFrom: Day
  init(_ hours: Reference.FullTimeHours) { (scheme, validFrom) = (hours.scheme, hours.validFrom) }
}

private func name(of territory: String, in programme: Programme) -> String {
  territory == programme.territory.id ? programme.territory.label.fr : territory
}

/// Keys whose values are not the same, those of `new` in its order and then those that are gone.
func differing<Key: Hashable, Value: Equatable>(_ old: [(Key, Value)], _ new: [(Key, Value)]) -> [Key] {
  let before = Dictionary(old, uniquingKeysWith: { first, _ in first })
  let after = Dictionary(new, uniquingKeysWith: { first, _ in first })
  return new.map(\.0).filter { before[$0] != after[$0] } + old.map(\.0).filter { after[$0] == nil }
}

private func catalogueChanges(_ old: Catalogue, _ new: Catalogue, _ month: Month) -> [DefinitionChange] {
  func changes(_ value: (Indicator) -> some Equatable, _ words: (String) -> (RevisionCause, String))
    -> [DefinitionChange]
  {
    differing(old.indicators.map { ($0.id, value($0)) }, new.indicators.map { ($0.id, value($0)) }).map { id in
      let label = (new[id] ?? old[id])?.label.fr ?? id
      let (cause, french) = words(id)
      return DefinitionChange(.indicator(id), cause, in: DefinitionName.catalogue, "\(french) « \(label) »")
    }
  }
  let kept = { (id: String) in old[id] != nil && new[id] != nil }
  return changes(\.meaning) { id in
    (.methode, old[id] == nil ? "nouvel indicateur" : new[id] == nil ? "indicateur retiré" : "indicateur")
  }
    + (changes({ [$0.baselines, $0.targets] }) { _ in (.objectif, "base ou cible de") }
    + changes(\.words) { _ in (.presentation, "libellés de") }).filter { change in
      if case .indicator(let id) = change.entry { kept(id) } else { false }
    }
}

private func waiverChanges(_ old: Acknowledged, _ new: Acknowledged, _ month: Month) -> [DefinitionChange] {
  let waived =
    old.waived.filter { $0.months.lowerBound <= month } != new.waived.filter { $0.months.lowerBound <= month }
  let explained = old.explained.filter { $0.month <= month } != new.explained.filter { $0.month <= month }
  return (waived ? [DefinitionChange(.waivers, .methode, in: DefinitionName.acknowledged, "dispenses")] : [])
    + (explained
      ? [DefinitionChange(.waivers, .presentation, in: DefinitionName.acknowledged, "explications données")] : [])
}

private func funderChanges(_ old: Definitions, _ new: Definitions, _ month: Month) -> [DefinitionChange] {
  func file(_ id: String) -> String { "\(DefinitionName.funders)\(id).yaml" }
  func label(_ id: String) -> String { (new.funders + old.funders).first { $0.id == id }?.label.fr ?? id }
  let kept = Set(old.funders.map(\.id)).intersection(new.funders.map(\.id))
  func differ(_ value: (Funder) -> some Equatable) -> [String] {
    differing(old.funders.map { ($0.id, value($0)) }, new.funders.map { ($0.id, value($0)) })
  }
  return differ { $0.objectives(in: month) }.filter(kept.contains).map {
    DefinitionChange(.funder($0), .objectif, in: file($0), "objectifs convenus")
  }
    + differ { $0.presentation(in: month) }.map { id in
      let words =
        kept.contains(id)
        ? "rapport à" : new.funders.contains { $0.id == id } ? "premier rapport à" : "plus de rapport à"
      return DefinitionChange(.funder(id), .presentation, in: file(id), "\(words) \(label(id))")
    }
}

extension Funder {
  /// Without what was agreed, and with the comments of the month alone.
  fileprivate func presentation(in month: Month) -> Funder {
    var funder = self
    funder.objectives = []
    funder.comments = comments.filter { $0.month == month }
    return funder
  }
}

extension Indicator {
  /// Without what is only read: labels, sentences, decimals, baselines and targets. (A baseline that a figure is computed from
  /// shows in the figure.)
  fileprivate var meaning: Indicator {
    var indicator = self
    indicator.label = Label(fr: "")
    indicator.definition = Label(fr: "")
    indicator.decimals = 0
    indicator.baselines = []
    indicator.targets = []
    return indicator
  }

  fileprivate var words: [AnyHashable] { [label, definition, decimals] }
}
