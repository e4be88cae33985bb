import Domain
import Report

/// Letters of the demonstration's May 2022.
enum SampleLetters {
  static func letter(
    to id: String, deliveries: [Delivery]? = nil, findings: [Finding]? = nil, costs: [RefusalCost] = [],
    progress: Letter.Progress? = nil
  ) -> Letter {
    let programme = SampleMonth.programme
    return Letter(
      programme: programme, association: programme.association(id)!, month: SampleMonth.month,
      deliveries: deliveries ?? SampleMonth.deliveries.filter { $0.association == id },
      findings: findings ?? SampleMonth.findings.filter { $0.association == id }, costs: costs, progress: progress)
  }

  /// One refused row that takes 1 FTE away, as the demonstration has it.
  static var apei: Letter {
    letter(
      to: "apei",
      costs: [
        RefusalCost(
          findings: [0],
          cost: .differences([
            RefusalCost.Difference(
              indicator: "ETP", cell: "axe Alimentation durable & consommation responsable",
              difference: Rational(1), decimals: 2, unit: .ETP),
            RefusalCost.Difference(
              indicator: "Part des CDI", cell: nil, difference: Rational(-17, over: 10), decimals: 1, unit: .percent),
          ]))
      ])
  }

  /// Everything a letter can say at once.
  static var full: Letter {
    func date(_ row: Int) -> Finding {
      Finding(
        .notADate, .row, association: "die", kind: .beneficiaires, month: SampleMonth.month,
        file: "exports/die/beneficiaires-2022-05.csv", line: row, row: row, column: 4, header: "Entrée",
        rule: "une date s'écrit jour/mois/année", remedy: "saisissez par exemple « 31/05/2022 »")
    }
    var warning = Finding(
      .pathLost, .warning, association: "die", kind: .beneficiaires, month: SampleMonth.month,
      file: "exports/die/beneficiaires-2022-05.csv", line: 30, row: 28,
      rule: "un parcours du mois dernier n'y est plus",
      remedy: "s'il est terminé, gardez sa ligne et donnez la date de sortie")
    warning.otherLines = [35]
    let refused = Finding(
      .missingColumn, .file, association: "die", kind: .etp, month: SampleMonth.month,
      file: "exports/die/etp-2022-05.csv", line: 1, row: 1, rule: "la colonne « statut » manque",
      remedy: "ajoutez une colonne « statut » : existant, créé, en cours, consolidé ou supprimé")
    let findings = [4, 7, 8, 9].map(date) + [warning, refused]
    return letter(
      to: "die",
      deliveries: [
        Delivery(
          DeliveryID("die", .etp, SampleMonth.month), file: "exports/die/etp-2022-05.csv", outcome: .refused,
          isOwed: true),
        Delivery(
          DeliveryID("die", .beneficiaires, SampleMonth.month), file: "exports/die/beneficiaires-2022-05.csv",
          outcome: .accepted, isOwed: true, rowsKept: 22, rowsRefused: 4),
        Delivery(
          DeliveryID("die", .etp, SampleMonth.month.advanced(by: -1)), outcome: .absent, isOwed: true),
        Delivery(
          DeliveryID("die", .beneficiaires, SampleMonth.month.advanced(by: -1)), outcome: .absent,
          isOwed: true),
      ], findings: findings,
      costs: [
        RefusalCost(findings: [0, 1, 2, 3], cost: .notComputable), RefusalCost(findings: [5], cost: .differences([])),
      ],
      progress: Letter.Progress(settled: [date(12)], remaining: [date(4)], new: [refused]))
  }
}
