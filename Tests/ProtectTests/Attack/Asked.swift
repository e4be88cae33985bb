import Domain

/// A small programme: two axes, three associations, and a catalogue with each kind of count.
enum Asked {
  static let definitions: Definitions = {
    let axes = ["x", "y"].map { Axis(id: $0, label: Label(fr: $0)) }
    let programme = Programme(
      id: "p", label: Label(fr: "p"), start: Month("2021-07")!,
      territory: Territory(id: "t", label: Label(fr: "t"), communes: []), axes: axes, instances: [],
      associations: ["a", "b", "c"].map(association))
    return Definitions(
      programme: programme, catalogue: Catalogue(indicators), funders: [],
      reference: Reference(vintages: [], fullTimeHours: []),
      acknowledged: Acknowledged())
  }()

  private static func association(_ id: String) -> Association {
    Association(id: id, label: id, commune: CommuneCode("62427")!, memberFrom: Month("2021-07")!)
  }

  private static func exits(_ outcomes: Outcome...) -> Term {
    Term(
      .countPaths(.date_sortie, minimumStay: true),
      conditions: [Condition(.sortie, .oneOf(Set(outcomes.map { UInt32($0.rawValue) })))])
  }
  private static func persons(_ field: Field, _ test: Condition.Test) -> Term {
    Term(.countPersons, conditions: [Condition(field, test)])
  }
  private static let contract = Condition(.contrat, .oneOf([UInt32(Contract.cdi.rawValue)]))
  private static func code(_ answer: YesNo) -> Set<UInt32> { [UInt32(answer.rawValue)] }

  static let indicators: [Indicator] = [
    indicator("effectif", Term(.countStock(.salarie))),
    indicator("etp", Term(.sumStock(.etp, preferHours: false)), countsPersons: false),
    indicator("etp_cdi", Term(.sumStock(.etp, preferHours: false), conditions: [contract]), countsPersons: false),
    indicator(
      "part_cdi",
      ratio(.term(Term(.countStock(.salarie), conditions: [contract])), .indicator("effectif"))),
    indicator("beneficiaires", Term(.countPersons)),
    indicator("femmes", persons(.sexe, .oneOf([UInt32(Sex.f.rawValue)]))),
    indicator("jeunes", persons(.age_entree, .range(from: nil, to: 25))),
    indicator("aines", persons(.age_entree, .range(from: 50, to: nil))),
    indicator("rsa", persons(.rsa, .oneOf(code(.oui)))),
    sensitive(indicator("rqth", persons(.rqth, .oneOf(code(.oui))))),
    indicator("part_rsa", ratio(.indicator("rsa"), .term(persons(.rsa, .known)))),
    indicator("entrees", Term(.countPaths(.date_entree, minimumStay: false))),
    indicator("sorties", exits(.durable, .transition, .positive, .autre)),
    indicator("durables", exits(.durable)),
    indicator("transition", exits(.transition)),
    indicator("positives", exits(.positive)),
    indicator("dynamiques", exits(.durable, .transition, .positive)),
    indicator("taux", ratio(.indicator("dynamiques"), .indicator("sorties"))),
    indicator("solde", Term(.difference([.indicator("entrees"), .indicator("sorties")]))),
    indicator("mouvements", Term(.sum([.indicator("entrees"), .indicator("sorties")]))),
    indicator("ecart", Term(.difference([.indicator("taux"), .indicator("part_rsa")]))),
  ]

  private static func ratio(_ of: Part, _ over: Part) -> Term {
    Term(.ratio(of: of, over: over, factor: Rational(100)))
  }
  private static func sensitive(_ indicator: Indicator) -> Indicator {
    var indicator = indicator
    indicator.tags = ["sensitive"]
    return indicator
  }
  private static func indicator(_ id: String, _ term: Term, countsPersons: Bool = true) -> Indicator {
    var indicator = Indicator(
      id: id, label: Label(fr: id), definition: Label(fr: id), unit: .personnes, decimals: 0, term: term,
      horizons: [.mois, .annee, .programme])
    indicator.countsPersons = countsPersons
    return indicator
  }
}
