import Domain
import Report

/// A small fixed month: two axes, three associations, six indicators; one file missing, one cell hidden, one missing,
/// one gap below zero.
enum FunderSample {
  static let month = Month(year: 2022, number: 5)
  static let start = Month(year: 2021, number: 7)

  static func programme(associations: [(String, String)] = [("adds", "ADDS"), ("afeji", "AFEJI"), ("die", "DIE")])
    -> Programme
  {
    var programme = Programme(
      id: "emergence", label: Label(fr: "PTCE Émergence"), start: start,
      territory: Territory(id: "cahc", label: Label(fr: "Communauté d'agglomération"), communes: []),
      axes: [
        Axis(id: "alimentation", label: Label(fr: "Alimentation durable & consommation")),
        Axis(id: "mobilite", label: Label(fr: "Mobilité sociale, solidaire & inclusive")),
      ],
      instances: [Instance(id: "ca", label: Label(fr: "Conseil d'administration"), trackedFrom: start)],
      associations: associations.map {
        Association(id: $0.0, label: $0.1, commune: CommuneCode("62427") ?? .blank, memberFrom: start)
      })
    programme.isIllustrative = true
    programme.legal = Label(fr: "Données transmises par les associations.")
    return programme
  }

  static func indicator(
    _ id: String, _ label: String, _ unit: Indicator.Unit, _ decimals: Int, _ horizons: [Horizon], _ term: Term,
    persons: Bool = false
  ) -> Indicator {
    var indicator = Indicator(
      id: id, label: Label(fr: label), definition: Label(fr: "Définition de \(id)."), unit: unit, decimals: decimals,
      term: term, breakdowns: [[.axe], [.association]], horizons: horizons)
    indicator.countsPersons = persons
    return indicator
  }

  static var catalogue: Catalogue {
    var created = indicator(
      "emplois_crees", "Emplois créés", .postes, 0, [.mois, .programme], Term(.countFirst(.cree, after: nil)))
    created.baselines = [Benchmark(value: Rational(15), month: month, source: "Lettre n° 02 : « une quinzaine »")]
    var rate = indicator(
      "taux_sorties", "Taux de sorties dynamiques", .percent, 1, [.annee],
      Term(.ratio(of: .indicator("personnes"), over: .indicator("personnes"), factor: Rational(100))), persons: true)
    rate.targets = [
      Benchmark(value: Rational(60), month: Month(year: 2008, number: 12), source: "Circulaire DGEFP n° 2008-21")
    ]
    var share = indicator(
      "part_ess_reference", "Part de l'ESS, référence", .percent, 1, [.mois],
      Term(.reference(territory: "cahc", .share)))
    share.baselines = [Benchmark(value: Rational(9), month: month, source: "Lettre n° 02")]
    return Catalogue([
      created,
      indicator(
        "etp_total", "ETP", .ETP, 2, [.mois, .annee],
        Term(
          .sumStock(.etp, preferHours: false),
          conditions: [
            Condition(.statut, .oneOf([UInt32(JobStatus.supprime.rawValue)]), isExcluded: true)
          ])),
      indicator("personnes", "Bénéficiaires", .personnes, 0, [.annee], Term(.countPersons), persons: true),
      rate, share,
      indicator(
        "part_ess_region", "Part de l'ESS, région", .percent, 1, [.mois], Term(.reference(territory: "hdf", .share))),
    ])
  }

  static var funder: Funder {
    var funder = Funder(
      id: "region", label: Label(fr: "Région Hauts-de-France"), title: Label(fr: "Bilan mensuel"),
      keyFigures: [
        Figures.Key("emplois_crees", .programme), Figures.Key("etp_total", .mois),
        Figures.Key("part_ess_reference", .mois), Figures.Key("taux_sorties", .annee),
      ],
      sections: [
        section(
          "Emplois par axe", .axe, [("emplois_crees", .programme), ("etp_total", .mois)], .bar(["emplois_crees"])),
        section(
          "Insertion par association", .association, [("personnes", .annee), ("taux_sorties", .annee)],
          .bar(["taux_sorties"])),
      ])
    funder.agreementFrom = Month(year: 2022, number: 1)
    return funder
  }

  static func section(
    _ title: String, _ rows: Dimension, _ columns: [(String, Horizon)], _ chart: Funder.Chart
  ) -> Funder.Section {
    Funder.Section(
      title: Label(fr: title), sentence: Label(fr: "Ce que montre « \(title) »."), rows: rows,
      columns: columns.map { Funder.Column(indicator: $0.0, horizon: $0.1) }, chart: chart)
  }

  static func released(
    _ id: String, _ horizon: Horizon, _ value: Rational?, _ members: [Cell.Member] = [], status: Status? = nil,
    reason: MissingReason? = nil, hidden: Bool = false, of parts: (Int, Int)? = nil
  ) -> ReleasedFigure {
    let status = status ?? (value == nil ? .M : .A)
    let figure = Figure(
      indicator: id, horizon: horizon, cell: Cell(members), value: value,
      numerator: parts.map { Rational($0.0) }, denominator: parts.map { Rational($0.1) }, status: status,
      reason: reason,
      incomplete: status == .P ? [2] : [], associations: status == .P ? 3 : 0)
    return ReleasedFigure(figure, confidentiality: hidden ? .C : .F)
  }

  static func axis(_ id: String) -> [Cell.Member] { [Cell.Member(.axe, id)] }
  static func association(_ id: String) -> [Cell.Member] { [Cell.Member(.association, id)] }

  static var figures: [ReleasedFigure] {
    [
      released("emplois_crees", .mois, Rational(2), status: .P),
      released("emplois_crees", .programme, Rational(11), status: .P),
      released("emplois_crees", .programme, Rational(5), axis("alimentation"), status: .P),
      released("emplois_crees", .programme, Rational(-6), axis("mobilite")),
      released("etp_total", .mois, Rational(611_038, over: 10_000), status: .P),
      released("etp_total", .annee, Rational(1_824, over: 30), status: .P),
      released("etp_total", .mois, Rational(4, over: 3), axis("alimentation"), status: .P),
      released("etp_total", .mois, nil, axis("mobilite"), reason: .aucunFichier),
      released("personnes", .annee, Rational(79)), released("personnes", .annee, Rational(24), association("adds")),
      released("personnes", .annee, Rational(3), association("afeji"), hidden: true),
      released("taux_sorties", .annee, Rational(1800, over: 28), of: (18, 28)),
      released("taux_sorties", .annee, Rational(50), association("adds"), of: (5, 10)),
      released("taux_sorties", .annee, Rational(40), association("afeji"), hidden: true, of: (2, 5)),
      released("part_ess_reference", .mois, Rational(9), status: .E),
      released("part_ess_region", .mois, Rational(107, over: 10)),
    ]
  }

  static var history: [ReleasedFigures] {
    [
      ReleasedFigures(
        month: Month(year: 2022, number: 3),
        [released("emplois_crees", .mois, Rational(1)), released("emplois_crees", .programme, Rational(8))]),
      ReleasedFigures(
        month: Month(year: 2022, number: 4),
        [
          released("emplois_crees", .mois, Rational(1)), released("emplois_crees", .programme, Rational(9)),
          released("etp_total", .mois, Rational(60)), released("etp_total", .annee, Rational(62)),
          released("part_ess_reference", .mois, Rational(9), status: .E),
          released("taux_sorties", .annee, Rational(61), hidden: true),
        ]),
    ]
  }

  static var deliveries: [Delivery] {
    [
      Delivery(
        DeliveryID("adds", .etp, month), file: "adds/etp", outcome: .accepted, isOwed: true, rowsKept: 16),
      Delivery(
        DeliveryID("afeji", .etp, month), file: "afeji/etp", outcome: .accepted, isOwed: true, rowsKept: 20,
        rowsRefused: 1),
      Delivery(DeliveryID("die", .etp, month), outcome: .absent, isOwed: true),
    ]
  }

  static var reference: Reference {
    Reference(
      vintages: [
        Reference.Vintage(
          territory: "cahc", asOf: Day(year: 2021, month: 12, day: 31), essPosts: Quantity(3330),
          allPosts: Quantity(37_000), share: Quantity(9), source: "Lettre n° 02", standing: .hypothetical)
      ],
      fullTimeHours: [
        Reference.FullTimeHours(
          scheme: .aci, validFrom: Day(year: 2014, month: 1, day: 1), annual: Quantity(1820), counted: .paid,
          source: "Réforme de l'IAE 2014")
      ])
  }

  static func reported(
    _ funders: [Funder] = [funder], figures: [ReleasedFigure] = figures,
    edition: Edition = Edition(month: month, number: 1), revisions: [ReleasedRevision] = [],
    programme: Programme = programme(), catalogue: Catalogue = catalogue, deliveries: [Delivery] = deliveries
  ) -> ReportedMonth {
    let present = ReleasedFigures(month: month, figures)
    let movements: [(String, Horizon, ReleasedValue)] = [
      ("emplois_crees", .programme, .shown(Rational(2))), ("etp_total", .mois, .shown(Rational(-6, over: 5))),
      ("part_ess_reference", .mois, .shown(.zero)), ("taux_sorties", .annee, .hidden),
    ]
    let definitions = Definitions(
      programme: programme, catalogue: catalogue, funders: funders, reference: reference,
      acknowledged: Acknowledged())
    var reported = ReportedMonth(
      month: month, edition: edition, definitions: definitions,
      release: Release(
        figures: present, history: history + [present],
        trends: Dictionary(uniqueKeysWithValues: movements.map { (Figures.Key($0.0, $0.1), .movement($0.2)) }),
        revisions: revisions, keptHidden: [:]),
      deliveries: Deliveries(deliveries), findings: [])
    if edition.number > 1 {
      reported.predecessor = ReportedMonth.Predecessor(
        findings: [], deliveries: Deliveries(deliveries), definitions: definitions)
    }
    return reported
  }

  static var second: Edition { Edition(month: month, number: 2, reason: "Correction de l'AFEJI", changes: 3) }

  static var revisions: [ReleasedRevision] {
    let corrected = RevisionStep(
      .donnee, .exports([DeliveryID("afeji", .etp, month)]),
      french: "AFEJI, emplois et ETP de mai 2022 : lignes changées")
    let late = RevisionStep(
      .retard, .exports([DeliveryID("die", .etp, month)]), french: "DIE, emplois et ETP de mai 2022 : fichier arrivé")
    let method = RevisionStep(
      .methode,
      .definitions([DefinitionChange(.indicator("etp_total"), .methode, in: "indicators.yaml", "indicateur")]),
      french: "d'un autre rapport")
    return [
      ReleasedRevision(
        key: Figures.Key("etp_total", .mois), old: .shown(Rational(601_038, over: 10_000)),
        new: .shown(Rational(611_038, over: 10_000)), oldStatus: .P, newStatus: .P, isMove: true, steps: [corrected]),
      ReleasedRevision(
        key: Figures.Key("personnes", .annee, Cell(association("afeji"))), old: .hidden, new: .hidden, oldStatus: .A,
        newStatus: .A, isMove: true, steps: [late, corrected]),
      ReleasedRevision(
        key: Figures.Key("emplois_crees", .mois, Cell(axis("mobilite"))), old: .shown(Rational(1)),
        new: .shown(Rational(2)), oldStatus: .A, newStatus: .A, isMove: true, steps: [method]),
    ]
  }
}
