import Domain

/// Little programmes: an indicator of each sort, and cells by a word.
enum Small {
  static func indicator(
    _ id: String, _ measure: Measure, _ conditions: [Condition] = [], unit: Indicator.Unit = .personnes,
    tags: [String] = []
  ) -> Indicator {
    var indicator = Indicator(
      id: id, label: Label(fr: id), definition: Label(fr: id), unit: unit, decimals: 0,
      term: Term(measure, conditions: conditions),
      breakdowns: [
        [.association], [.commune], [.dispositif], [.sexe], [.association, .dispositif], [.association, .sexe],
      ],
      horizons: Horizon.allCases)
    indicator.countsPersons = true
    indicator.tags = tags
    return indicator
  }

  static func exits(_ outcomes: Outcome...) -> [Condition] {
    [Condition(.sortie, .oneOf(Set(outcomes.map { UInt32($0.rawValue) })))]
  }
  static func yes(_ field: Field) -> Condition { Condition(field, .oneOf([UInt32(YesNo.oui.rawValue)])) }
  static let women = Condition(.sexe, .oneOf([UInt32(Sex.f.rawValue)]))
  static let exit = Measure.countPaths(.date_sortie, minimumStay: true)

  static let catalogue = Catalogue([
    indicator("beneficiaires", .countPersons),
    indicator("femmes", .countPersons, [women]),
    indicator("rsa", .countPersons, [yes(.rsa)]),
    indicator("rqth", .countPersons, [yes(.rqth)], tags: ["sensitive"]),
    indicator("entrees", .countPaths(.date_entree, minimumStay: false)),
    indicator("sorties", exit, exits(.durable, .transition, .positive, .autre)),
    indicator("durables", exit, exits(.durable)),
    indicator("transition", exit, exits(.transition)),
    indicator("positives", exit, exits(.positive)),
    indicator("dynamiques", exit, exits(.durable, .transition, .positive)),
    indicator(
      "taux", .ratio(of: .indicator("dynamiques"), over: .indicator("sorties"), factor: Rational(100)), unit: .percent),
    indicator(
      "part_femmes",
      .ratio(
        of: .indicator("femmes"), over: .term(Term(.countPersons, conditions: [Condition(.sexe, .known)])),
        factor: Rational(100)), unit: .percent),
    indicator("effectif", .countStock(.salarie)),
    indicator("solde", .difference([.indicator("entrees"), .indicator("sorties")])),
  ])

  static func definitions(
    k: Int = 5, sensitive: Int? = nil, start: String = "2021-07", keep: [KeptCells] = [], funders: [Funder] = []
  ) -> Definitions {
    var programme = Programme(
      id: "p", label: Label(fr: "p"), start: Month(start)!,
      territory: Territory(id: "t", label: Label(fr: "t"), communes: []), axes: [], instances: [], associations: [])
    programme.confidentiality.personsThreshold = k
    programme.confidentiality.sensitiveThreshold = sensitive ?? k
    programme.confidentiality.keep = keep
    return Definitions(
      programme: programme, catalogue: catalogue, funders: funders,
      reference: Reference(vintages: [], fullTimeHours: []),
      acknowledged: Acknowledged())
  }

  static func key(_ indicator: String, _ horizon: Horizon = .mois, _ cell: String = "") -> Figures.Key {
    Figures.Key(indicator, horizon, Cell(text: cell)!)
  }

  static func count(_ key: Figures.Key, _ value: Int) -> Figure {
    Figure(
      indicator: key.indicator, horizon: key.horizon, cell: key.cell, value: Rational(value), status: .A,
      personCounts: [Rational(value)])
  }

  static func rate(_ key: Figures.Key, _ of: Int, _ over: Int) -> Figure {
    Figure(
      indicator: key.indicator, horizon: key.horizon, cell: key.cell,
      value: over == 0 ? nil : Rational(Int128(100 * of), over: Int128(over)), numerator: Rational(of),
      denominator: Rational(over), status: over == 0 ? .M : .A, reason: over == 0 ? .denominateurNul : nil,
      personCounts: [of, over, over - of].map { Rational($0) })
  }
}
