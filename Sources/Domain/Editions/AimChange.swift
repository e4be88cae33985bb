/// What a figure is read against, where that changed: no figure moves, its gap does.
package struct AimChange: Hashable, Sendable {
  package enum Subject: String, Hashable, Sendable, CaseIterable {
    case baseline = "base"
    case target = "cible"
    case objective = "objectif"

    /// `une base`, `un objectif`
    package var one: String { (self == .objective ? "un " : "une ") + rawValue }
  }

  /// As it stands in the definitions.
  package enum Aim: Hashable, Sendable {
    case benchmark(Benchmark)
    case objective(Objective)

    package var value: Rational {
      switch self {
      case .benchmark(let benchmark): benchmark.value
      case .objective(let objective): objective.value
      }
    }

    package var source: String {
      switch self {
      case .benchmark(let benchmark): benchmark.source
      case .objective(let objective): objective.source
      }
    }
  }

  package let key: Figures.Key
  package let subject: Subject
  /// Of the funder with whom an objective was agreed; nil: bases and targets are everybody's.
  package let funder: String?
  /// nil: there was none.
  package let before: Aim?
  package let after: Aim?

  package var old: Rational? { before?.value }
  package var new: Rational? { after?.value }
  /// Where the new value comes from.
  package var source: String { after?.source ?? "" }
  package var difference: Rational? { old.flatMap { old in new.map { $0 - old } } }
}

/// For these figures, what reports to funders that were there before hold them against.
package func aimChanges(
  from old: Definitions, to new: Definitions, keys: [Figures.Key], in month: Month
) -> [AimChange] {
  let funders = new.reported.filter { funder in old.funders.contains { $0.id == funder.id } }
  return keys.flatMap { key -> [AimChange] in
    let showing = funders.filter { $0.shows(key) }
    guard !showing.isEmpty else { return [] }
    return benchmarkChanges(of: key, from: old, to: new, in: month)
      + showing.compactMap { objectiveChange(of: key, for: $0.id, from: old, to: new, in: month) }
  }
}

/// Of one figure: its base and its target.
package func benchmarkChanges(
  of key: Figures.Key, from old: Definitions, to new: Definitions, in month: Month
) -> [AimChange] {
  func applying(_ benchmarks: [Benchmark]?) -> Benchmark? {
    benchmarks?.applying(to: key.cell, horizon: key.horizon, in: month)
  }
  func change(_ subject: AimChange.Subject, _ before: Benchmark?, _ after: Benchmark?) -> AimChange? {
    guard before?.value != after?.value else { return nil }
    return AimChange(
      key: key, subject: subject, funder: nil, before: before.map { .benchmark($0) },
      after: after.map { .benchmark($0) })
  }
  let (before, after) = (old.catalogue[key.indicator], new.catalogue[key.indicator])
  return [
    change(.baseline, applying(before?.baselines), applying(after?.baselines)),
    change(.target, applying(before?.targets), applying(after?.targets)),
  ].compactMap { $0 }
}

/// Of one figure: what was agreed with a funder.
package func objectiveChange(
  of key: Figures.Key, for funder: String, from old: Definitions, to new: Definitions, in month: Month
) -> AimChange? {
  func objective(_ definitions: Definitions) -> Objective? {
    definitions.funders.first { $0.id == funder }?.objective(of: key, in: month)
  }
  let (before, after) = (objective(old), objective(new))
  guard before?.value != after?.value else { return nil }
  return AimChange(
    key: key, subject: .objective, funder: funder, before: before.map { .objective($0) },
    after: after.map { .objective($0) })
}
