import Domain
import Protect

/// A month of two indicators, one of persons (`entrees`, sensitive where it is asked) and one of jobs (`postes`), released
/// under the thresholds 5 and 11.
enum Protected {
  static let may = Month("2022-05")!
  static let april = Month("2022-04")!

  static func catalogue(sensitive: Bool = false, unit: Indicator.Unit = .personnes) -> Catalogue {
    var persons = indicator("entrees", unit)
    persons.countsPersons = true
    persons.tags = sensitive ? ["sensitive"] : []
    return Catalogue([persons, indicator("postes", .postes)])
  }

  private static func indicator(_ id: String, _ unit: Indicator.Unit) -> Indicator {
    Indicator(
      id: id, label: Label(fr: id), definition: Label(fr: id), unit: unit, decimals: 0, term: Term(.delivery),
      horizons: [.mois, .annee, .programme])
  }

  /// A total; a count of persons is what it says.
  static func figure(_ id: String, _ horizon: Horizon, _ value: Int?) -> Figure {
    Figure(
      indicator: id, horizon: horizon, cell: .total, value: value.map { Rational($0) }, status: value == nil ? .M : .A,
      personCounts: id == "entrees" ? [value.map { Rational($0) }].compactMap { $0 } : [])
  }

  static func figures(_ month: Month, _ all: [Figure]) -> Figures { Figures(month: month, all) }

  static func release(
    _ all: [Figure], before: [Figure]? = nil, month: Month = may, revisions: [Revision] = [],
    hiddenBefore: [Month: Set<Figures.Key>] = [:], catalogue: Catalogue = catalogue()
  ) -> Release {
    let past = before.map { [figures(month.advanced(by: -1), $0)] } ?? []
    return protect(
      UnprotectedMonth(
        figures: figures(month, all), history: past + [figures(month, all)], revisions: revisions),
      under: Programme.Confidentiality(), catalogue: catalogue, start: Month("2021-07")!,
      marks: hiddenBefore.mapValues { Dictionary(uniqueKeysWithValues: $0.map { ($0, .D) }) })
  }
}
