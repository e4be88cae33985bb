import Domain
import Report

/// May 2022 of the demonstration programme, as the letter tells it: 15 jobs, CA 4, COPIL 3, two instances not tracked,
/// 9 % against 10,7 %, one file missing and one row refused.
enum SampleMonth {
  static let month = Month(year: 2022, number: 5)
  static let start = Month(year: 2021, number: 7)

  static let axisLabels = [
    "Alimentation durable & consommation responsable", "Développement social local & citoyenneté active",
    "Mobilité sociale, solidaire & inclusive", "Transition énergétique & économie circulaire",
  ]
  static let axes = ["alimentation", "developpement-social", "mobilite", "transition"]

  static var programme: Programme {
    let commune = CommuneCode("62427") ?? .blank
    var programme = Programme(
      id: "emergence", label: Label(fr: "PTCE Émergence Hénin-Carvin"), start: start,
      territory: Territory(
        id: "cahc", label: Label(fr: "Communauté d'agglomération d'Hénin-Carvin"), comparedTo: "hauts-de-france",
        communes: [Territory.Commune(code: commune, label: "Hénin-Beaumont")]),
      axes: zip(axes, axisLabels).map { Axis(id: $0, label: Label(fr: $1)) },
      instances: [
        Instance(id: "ca", label: Label(fr: "Conseil d'administration"), trackedFrom: start),
        Instance(id: "copil", label: Label(fr: "Comité de pilotage"), trackedFrom: start),
        Instance(id: "cotech", label: Label(fr: "Comité technique")),
        Instance(id: "g2t", label: Label(fr: "Groupe de travail thématique"), requiresAxis: true),
      ],
      associations: owed.map { id, label, kinds in
        var association = Association(id: id, label: label, commune: commune, memberFrom: start)
        association.owes = Set(kinds)
        return association
      })
    programme.isIllustrative = true
    programme.legal = Label(
      fr: "Données transmises par les associations membres ; "
        + "traitement dans le cadre des conventions de financement.")
    return programme
  }

  static let owed: [(String, String, [ExportKind])] = [
    ("adds", "ADDS", [.etp, .beneficiaires, .reunions]), ("afeji", "AFEJI", [.etp, .beneficiaires]),
    ("apei", "APEI Hénin-Carvin", [.etp]),
    ("compagnons-batisseurs", "Compagnons Bâtisseurs", [.etp, .beneficiaires]), ("die", "DIE", [.etp, .beneficiaires]),
    ("mille-et-un-commerce", "Mille et un commerce", [.etp]),
    ("rencontres-loisirs", "Rencontres & Loisirs", [.etp, .reunions]),
  ]

  static func indicator(
    _ id: String, _ label: String, _ unit: Indicator.Unit, _ decimals: Int, _ horizons: [Horizon],
    baseline: Benchmark? = nil, target: Benchmark? = nil, countsPersons: Bool = false
  ) -> Indicator {
    var indicator = Indicator(
      id: id, label: Label(fr: label), definition: Label(fr: label), unit: unit, decimals: decimals,
      term: terms[id] ?? Term(.delivery), horizons: horizons)
    indicator.breakdowns = breakdowns[id] ?? []
    indicator.baselines = [baseline].compactMap { $0 }
    indicator.targets = [target].compactMap { $0 }
    indicator.countsPersons = countsPersons
    return indicator
  }

  private static let terms: [String: Term] = [
    "emplois_crees": Term(.countFirst(.cree, after: nil)),
    "emplois_crees_ou_en_cours": Term(.countEver(.cree, orNow: .en_cours)),
    "creation_nette": Term(.difference([.indicator("emplois_crees")])),
    "etp_total": Term(.sumStock(.etp, preferHours: false)),
    "etp_insertion": Term(
      .sumStock(.etp, preferHours: true), conditions: [Condition(.dispositif, .oneOf([1]))]),
    "part_ess_reference": Term(.reference(territory: "cahc", .share)),
    "part_ess_region": Term(.reference(territory: "hauts-de-france", .share)),
    "ecart_region": Term(.difference([.indicator("part_ess_region"), .indicator("part_ess_reference")])),
    "part_ess_estimee": Term(.referenceShare(territory: "cahc", plus: .indicator("emplois_crees"))),
    "emplois_ess_manquants": Term(.missingPosts(territory: "cahc", against: "hauts-de-france")),
    "beneficiaires": Term(.countPersons),
    "beneficiaires_rqth": Term(.countPersons, conditions: [Condition(.rqth, .known)]),
    "taux_sorties_dynamiques": Term(
      .ratio(of: .indicator("beneficiaires"), over: .indicator("beneficiaires"), factor: Rational(100))),
    "reunions_tenues": Term(.countMeetings),
  ]
  private static let breakdowns: [String: [[Dimension]]] = [
    "emplois_crees": [[.axe]], "emplois_crees_ou_en_cours": [[.axe]], "reunions_tenues": [[.instance]],
  ]

  static var catalogue: Catalogue {
    let letter = "Lettre n° 02"
    func base(_ value: Int) -> Benchmark { Benchmark(value: Rational(value), month: month, source: letter) }
    func aim(_ value: Int) -> Benchmark { Benchmark(value: Rational(value), month: nil, source: "Circulaire") }
    var meetings = indicator("reunions_tenues", "Réunions tenues", .reunions, 0, [.mois, .annee, .programme])
    meetings.baselines = [
      Benchmark(
        value: Rational(4), month: month, source: letter, cell: Cell([Cell.Member(.instance, "ca")]), horizon: .annee),
      Benchmark(
        value: Rational(3), month: month, source: letter, cell: Cell([Cell.Member(.instance, "copil")]),
        horizon: .programme),
    ]
    return Catalogue([
      indicator("emplois_crees", "Emplois créés", .postes, 0, [.mois, .annee, .programme]),
      indicator(
        "emplois_crees_ou_en_cours", "Emplois créés ou en cours de création", .postes, 0, [.programme],
        baseline: base(15)),
      indicator("creation_nette", "Création nette d'emplois", .postes, 0, [.annee, .programme]),
      indicator("etp_total", "ETP", .ETP, 2, [.mois, .annee]),
      indicator("etp_insertion", "ETP d'insertion", .ETP, 2, [.mois, .annee]),
      indicator(
        "part_ess_reference", "Part de l'ESS dans l'emploi, CAHC (référence)", .percent, 1, [.mois], baseline: base(9)),
      indicator("part_ess_region", "Part de l'ESS dans l'emploi, région", .percent, 1, [.mois]),
      indicator("ecart_region", "Écart à la région", .points, 1, [.mois]),
      indicator(
        "contribution_ptce", "Contribution du PTCE à l'emploi du territoire", .points, 3, [.programme]),
      indicator("part_ess_estimee", "Part de l'ESS estimée, CAHC", .percent, 2, [.programme], baseline: base(9)),
      indicator("emplois_ess_manquants", "Emplois ESS manquants", .postes, 0, [.mois]),
      indicator(
        "beneficiaires", "Bénéficiaires", .personnes, 0, [.mois, .annee, .programme], countsPersons: true),
      indicator("beneficiaires_rqth", "Bénéficiaires : RQTH", .personnes, 0, [.mois, .annee], countsPersons: true),
      indicator(
        "taux_sorties_dynamiques", "Taux de sorties dynamiques", .percent, 1, [.annee, .programme], target: aim(60),
        countsPersons: true),
      meetings,
      indicator("completude", "Complétude des remontées", .percent, 0, [.mois, .annee], target: aim(100)),
    ])
  }

  static var funders: [Funder] {
    var region = Funder(
      id: "region", label: Label(fr: "Région"), title: Label(fr: "Bilan"),
      keyFigures: [
        Figures.Key("emplois_crees_ou_en_cours", .programme), Figures.Key("creation_nette", .programme),
        Figures.Key("etp_total", .mois), Figures.Key("part_ess_reference", .mois),
        Figures.Key("part_ess_region", .mois), Figures.Key("ecart_region", .mois),
        Figures.Key("contribution_ptce", .programme), Figures.Key("completude", .mois),
      ], sections: [])
    region.sections = [
      Funder.Section(
        title: Label(fr: "Emplois"), sentence: Label(fr: ""), rows: .axe,
        columns: [
          Funder.Column(indicator: "creation_nette", horizon: .programme),
          Funder.Column(indicator: "beneficiaires", horizon: .annee),
          Funder.Column(indicator: "reunions_tenues", horizon: .annee),
        ], chart: .none)
    ]
    let departement = Funder(
      id: "departement", label: Label(fr: "Département"), title: Label(fr: "Insertion"),
      keyFigures: [
        Figures.Key("beneficiaires", .annee), Figures.Key("beneficiaires_rqth", .mois),
        Figures.Key("taux_sorties_dynamiques", .annee), Figures.Key("etp_insertion", .mois),
        Figures.Key("completude", .mois),
      ],
      sections: [])
    let cahc = Funder(
      id: "cahc", label: Label(fr: "CAHC"), title: Label(fr: "Territoire"),
      keyFigures: [
        Figures.Key("part_ess_estimee", .programme), Figures.Key("emplois_ess_manquants", .mois),
        Figures.Key("reunions_tenues", .programme),
      ], sections: [])
    return [cahc, departement, region]
  }
}
