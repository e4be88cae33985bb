import Domain

/// An entry of `confidentiality.keep`. The catalogue is read after the programme: what the entry names is checked then.
struct KeptCellsDraft {
  let kept: KeptCells
  /// That of the indicator, and where they are written those of horizon and breakdown.
  let places: (indicator: YAMLValue, horizon: YAMLValue?, by: YAMLValue?)

  /// nil where the entry is broken; that has been noted.
  init?(_ entry: YAMLValue) {
    let read = entry.faults.sound { () -> KeptCellsDraft? in
      let map = entry.fields(ProgrammeKeys.keep)
      let horizon = map["horizon"]?.choice(Horizon.allCases.map { ($0.id, $0) })
      let by = map["by"]?.breakdown()
      guard let place = map["indicator"], let id = place.text() else { return nil }
      return KeptCellsDraft(
        kept: KeptCells(indicator: id, horizon: horizon, by: by ?? []), places: (place, map["horizon"], map["by"]))
    }
    guard let read = read ?? nil else { return nil }
    self = read
  }

  private init(kept: KeptCells, places: (indicator: YAMLValue, horizon: YAMLValue?, by: YAMLValue?)) {
    self.kept = kept
    self.places = places
  }

  func check(_ catalogue: CatalogueDraft) {
    guard let id = places.indicator.member(of: catalogue.roster), let entry = catalogue[id] else { return }
    if let horizon = kept.horizon, entry.hasHorizons, !entry.indicator.horizons.contains(horizon) {
      places.horizon?.fail(
        "« \(id) » n'a pas l'horizon « \(horizon.id) » dans indicators.yaml ; attendu : \(entry.horizonWords)")
    }
    if entry.hasBreakdowns, !kept.by.isEmpty, !entry.indicator.breakdowns.contains(kept.by) {
      let words = kept.by.map(\.id).joined(separator: " et ")
      places.by?.fail(
        "« \(id) » n'est pas ventilé par « \(words) » dans indicators.yaml ; attendu : \(entry.breakdownWords)")
    }
  }
}
