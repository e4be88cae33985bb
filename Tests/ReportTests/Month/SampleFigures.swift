import Domain
import Report

extension SampleMonth {
  /// A figure of the sample. `lacking` makes it provisional: 5 associations of 7.
  static func released(
    _ id: String, _ horizon: Horizon, _ value: Rational?, _ members: [Cell.Member] = [], lacking: Bool = false,
    status: Status? = nil, reason: MissingReason? = nil, hidden: Bool = false
  ) -> ReleasedFigure {
    let figure = Figure(
      indicator: id, horizon: horizon, cell: Cell(members), value: value,
      status: status ?? (value == nil ? .M : lacking ? .P : .A), reason: reason, incomplete: lacking ? [2, 5] : [],
      associations: lacking ? 7 : 0)
    return ReleasedFigure(figure, confidentiality: hidden ? .C : .F)
  }

  static func decimal(_ tenThousandths: Int64) -> Rational { Quantity(tenThousandths: tenThousandths).rational }

  static func axis(_ index: Int) -> [Cell.Member] { [Cell.Member(.axe, axes[index])] }
  static func instance(_ id: String) -> [Cell.Member] { [Cell.Member(.instance, id)] }

  static var figures: ReleasedFigures {
    let created = [2, 2, 5, 2]
    let perAxis = created.indices.flatMap { index in
      [
        released("emplois_crees", .programme, Rational(created[index]), axis(index), lacking: true),
        released("emplois_crees_ou_en_cours", .programme, Rational(created[index] + 1), axis(index), lacking: true),
      ]
    }
    return ReleasedFigures(month: month, jobs + perAxis + share + persons + meetings)
  }

  private static var jobs: [ReleasedFigure] {
    [
      released("emplois_crees", .programme, Rational(11), lacking: true),
      released("emplois_crees_ou_en_cours", .programme, Rational(15), lacking: true),
      released("creation_nette", .annee, Rational(6), lacking: true),
      released("creation_nette", .programme, Rational(10), lacking: true),
      released("etp_total", .mois, decimal(611_038), lacking: true),
      released("etp_total", .annee, decimal(582_511), lacking: true),
      released("etp_insertion", .mois, decimal(182_669)), released("etp_insertion", .annee, decimal(142_610)),
      released("completude", .mois, Rational(1200, over: 13)),
      released("completude", .annee, Rational(6400, over: 65)),
    ]
  }

  private static var share: [ReleasedFigure] {
    [
      released("part_ess_reference", .mois, Rational(9), status: .E),
      released("part_ess_region", .mois, Rational(107, over: 10)),
      released("ecart_region", .mois, Rational(17, over: 10), status: .E),
      released("contribution_ptce", .programme, Rational(10, over: 370), lacking: true),
      released("part_ess_estimee", .programme, Rational(333_700, over: 37_007), lacking: true),
      released("emplois_ess_manquants", .mois, Rational(629), status: .E),
    ]
  }

  private static var persons: [ReleasedFigure] {
    [
      released("beneficiaires", .mois, Rational(56)), released("beneficiaires", .annee, Rational(79)),
      released("beneficiaires", .programme, Rational(108)),
      released("beneficiaires_rqth", .mois, Rational(3), hidden: true),
      released("beneficiaires_rqth", .annee, Rational(17)),
      released("taux_sorties_dynamiques", .annee, Rational(1800, over: 28)),
      released("taux_sorties_dynamiques", .programme, Rational(3400, over: 54)),
    ]
  }

  private static var meetings: [ReleasedFigure] {
    [
      released("reunions_tenues", .mois, Rational(2)), released("reunions_tenues", .annee, Rational(5)),
      released("reunions_tenues", .programme, Rational(7)),
      released("reunions_tenues", .annee, Rational(4), instance("ca")),
      released("reunions_tenues", .programme, Rational(4), instance("ca")),
      released("reunions_tenues", .annee, Rational(1), instance("copil")),
      released("reunions_tenues", .programme, Rational(3), instance("copil")),
    ]
      + ["cotech", "g2t"].flatMap { id in
        [Horizon.annee, .programme].map { released("reunions_tenues", $0, nil, instance(id), reason: .nonSuivi) }
      }
  }

  /// July 2021 to May 2022.
  static var history: [ReleasedFigures] {
    let jobs = [2, 2, 4, 4, 5, 5, 6, 7, 8, 9, 15]
    let ca = [7, 8, 10, 11]
    let copil = [2, 5, 10]
    return jobs.indices.map { index in
      let past = start.advanced(by: index)
      guard past != month else {
        return ReleasedFigures(
          month: past,
          figures.all + [
            released("reunions_tenues", .mois, Rational(1), instance("ca")),
            released("reunions_tenues", .mois, Rational(1), instance("copil")),
          ])
      }
      return ReleasedFigures(
        month: past,
        [
          released("emplois_crees_ou_en_cours", .programme, Rational(jobs[index])),
          released("creation_nette", .programme, Rational(max(0, jobs[index] - 3))),
          released("etp_total", .mois, decimal(Int64(520_000 + index * 6_400 + (index % 3) * 9_000))),
          released("etp_insertion", .mois, index == 4 ? nil : decimal(Int64(100_000 + index * 7_000))),
          released("part_ess_reference", .mois, Rational(9), status: .E),
          released("part_ess_region", .mois, Rational(107, over: 10)),
          released("ecart_region", .mois, Rational(17, over: 10)),
          released("beneficiaires", .annee, Rational(20 + index * 5)),
          released("taux_sorties_dynamiques", .annee, Rational(48 + index * 2)),
          released("completude", .mois, Rational(index == 6 ? 85 : 100)),
          released("reunions_tenues", .annee, Rational(index)),
          released("reunions_tenues", .mois, Rational(ca.contains(index + 1) ? 1 : 0), instance("ca")),
          released("reunions_tenues", .mois, Rational(copil.contains(index) ? 1 : 0), instance("copil")),
        ])
    }
  }

  static var deliveries: [Delivery] {
    owed.enumerated().flatMap { index, association in
      association.2.map { kind in
        let isMissing = association.0 == "mille-et-un-commerce"
        return Delivery(
          DeliveryID(association.0, kind, month),
          file: isMissing ? "" : "exports/\(association.0)/\(kind.id)-2022-05.csv",
          outcome: isMissing ? .absent : .accepted, isOwed: true, rowsKept: isMissing ? 0 : 12 + index,
          rowsRefused: association.0 == "apei" ? 1 : 0)
      }
    }
  }

  static var findings: [Finding] {
    [
      Finding(
        .outOfRange, .row, association: "apei", kind: .etp, month: month, file: "exports/apei/etp-2022-05.csv", line: 4,
        row: 4, column: 7, header: "ÉQUIVALENT TEMPS PLEIN", rule: "un ETP va de 0 à 1 (100 %)",
        remedy: "saisissez la part de temps plein de ce poste, par exemple « 0,8 » ou « 80 % »"),
      Finding(
        .unknownColumn, .note, association: "adds", kind: .etp, month: month, file: "exports/adds/etp-2022-05.csv",
        line: 1, row: 1, column: 2, header: "Intitulé du poste", rule: "cette colonne n'est pas lue", remedy: ""),
    ]
  }

  static func reported(
    _ edition: Edition = Edition(month: month, number: 1), revisions: [ReleasedRevision] = []
  ) -> ReportedMonth {
    let definitions = Definitions(
      programme: programme, catalogue: catalogue, funders: funders, reference: reference, acknowledged: Acknowledged())
    var reported = ReportedMonth(
      month: month, edition: edition, definitions: definitions,
      release: Release(figures: figures, history: history, trends: [:], revisions: revisions, keptHidden: [:]),
      deliveries: Deliveries(deliveries), findings: Findings(findings))
    if edition.number > 1 {
      reported.predecessor = ReportedMonth.Predecessor(
        findings: Findings(findings), deliveries: Deliveries(deliveries), definitions: definitions)
    }
    return reported
  }

  private static var reference: Reference {
    func vintage(_ territory: String) -> Reference.Vintage {
      Reference.Vintage(
        territory: territory, asOf: Day(year: 2021, month: 12, day: 31), essPosts: Quantity(3330),
        allPosts: Quantity(37_000), share: nil, source: "Lettre n° 02", standing: .hypothetical)
    }
    return Reference(vintages: [vintage("cahc"), vintage("hauts-de-france")], fullTimeHours: [])
  }

  static var secondEdition: Edition {
    Edition(month: month, number: 2, reason: "Correction de l'APEI reçue le 20 juin", changes: 3)
  }

  static var revisions: [ReleasedRevision] {
    let corrected = RevisionStep(
      .donnee, .exports([DeliveryID("apei", .etp, month)]), french: "apei/etp-2022-05.csv : 1 ligne modifiée")
    let late = RevisionStep(.retard, .exports([DeliveryID("die", .etp, month)]), french: "die/etp-2022-05.csv : arrivé")
    return [
      ReleasedRevision(
        key: Figures.Key("emplois_crees", .programme, Cell(axis(2))), old: .shown(Rational(5)),
        new: .shown(Rational(5)),
        oldStatus: .A, newStatus: .P, isMove: false, steps: [corrected]),
      ReleasedRevision(
        key: Figures.Key("etp_total", .mois), old: .shown(decimal(601_038)), new: .shown(decimal(611_038)),
        oldStatus: .P, newStatus: .P, isMove: true, steps: [corrected]),
      ReleasedRevision(
        key: Figures.Key("beneficiaires_rqth", .mois), old: .hidden, new: .hidden, oldStatus: .A, newStatus: .A,
        isMove: true, steps: [late, corrected]),
    ]
  }

  static let links = [
    "financeurs/cahc-2022-05.csv", "financeurs/cahc-2022-05.xlsx", "financeurs/departement-2022-05.csv",
    "financeurs/departement-2022-05.xlsx", "financeurs/region-2022-05.csv", "financeurs/region-2022-05.xlsx",
    "financeurs/datapackage.json", "retours/adds-2022-05.html", "retours/apei-2022-05.html",
    "retours/apei-2022-05.csv", "interne/index.html", "interne/en-chiffres.md",
  ]
}
