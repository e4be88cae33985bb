import Domain

/// What was understood of each association's files of the month. By the engine of the figures, with measures of its own: an
/// association recognises its staff whatever the programme's catalogue counts.
package func readBack(
  _ facts: Facts, of programme: Programme, with reference: Reference, for month: Month
) -> [Association.ID: ReadBack] {
  let figures = compute(Catalogue(readBackIndicators), from: facts, of: programme, with: reference, for: month)
  return readBack(figures, facts, of: programme, for: month)
}

/// The same of figures of ``readBackIndicators`` that are there already.
package func readBack(
  _ figures: Figures, _ facts: Facts, of programme: Programme, for month: Month
) -> [Association.ID: ReadBack] {
  let accepted = facts.deliveries.of(month).filter { $0.outcome == .accepted }.byAssociation
  let meetings = Dictionary(
    grouping: facts.meetings.suffix(from: facts.meetings.partitioningIndex { $0.month >= month }).prefix {
      $0.month == month
    }, by: \.association)
  return programme.associations.reduce(into: [:]) { all, association in
    let cell = Cell([Cell.Member(.association, association.id)])
    func value(_ id: String, _ horizon: Horizon = .mois) -> Rational {
      figures["read back " + id, horizon, cell]?.value ?? .zero
    }
    func count(_ id: String, _ horizon: Horizon = .mois) -> Int { Int(clamping: value(id, horizon).numerator) }
    func has(_ kind: ExportKind) -> Bool { accepted[association.id]?.contains { $0.kind == kind } ?? false }
    all[association.id] = ReadBack(
      staff: has(.etp)
        ? .init(fullTimeEquivalent: value("etp"), employees: count("salaries"), jobs: count("postes", .programme))
        : nil,
      register: has(.beneficiaires)
        ? .init(persons: count("personnes"), entries: count("entrees"), exits: count("sorties")) : nil,
      meetings: has(.reunions)
        ? .init(held: held(programme.index(of: association.id).flatMap { meetings[$0] } ?? [])) : nil)
  }
}

/// As the association reports them: that another reports the same ones is not its business.
private func held(_ files: [MeetingRows]) -> Int {
  files.reduce(0) { $0 + $1.rows.count { $0.state == .tenue } }
}

/// What a letter reads back. Of no catalogue: asked beside one, their names cannot be taken for its own.
package let readBackIndicators: [Indicator] = {
  let atWork = Condition(
    .statut, .oneOf([JobStatus.en_cours, .supprime].codes), isExcluded: true)
  func indicator(
    _ id: String, _ unit: Indicator.Unit, _ measure: Measure, _ conditions: [Condition] = [], _ horizon: Horizon = .mois
  ) -> Indicator {
    Indicator(
      id: "read back " + id, label: Label(fr: id), definition: Label(fr: id), unit: unit, decimals: 2,
      term: Term(measure, conditions: conditions), breakdowns: [[.association]], horizons: [horizon])
  }
  return [
    indicator("etp", .ETP, .sumStock(.etp, preferHours: false), [atWork]),
    indicator("salaries", .personnes, .countStock(.salarie), [atWork]),
    // As funders count them: since the start.
    indicator("postes", .postes, .countEver(.cree, orNow: .en_cours), [], .programme),
    indicator("personnes", .personnes, .countPersons),
    indicator("entrees", .entrees, .countPaths(.date_entree, minimumStay: false)),
    indicator("sorties", .sorties, .countPaths(.date_sortie, minimumStay: false)),
  ]
}()

extension [JobStatus] {
  fileprivate var codes: Set<UInt32> { Set(map { UInt32($0.rawValue) }) }
}
