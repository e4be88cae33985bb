import Domain
import Testing

@testable import Report

@Suite struct DeliveryWordsTests {
  private func delivery(
    _ kept: Int, _ refused: Int = 0, _ kind: ExportKind = .etp, isOwed: Bool = true, waived: String? = nil
  ) -> Delivery {
    Delivery(
      DeliveryID("a", kind, SampleMonth.month), outcome: .accepted, isOwed: isOwed, rowsKept: kept,
      rowsRefused: refused,
      waived: waived)
  }

  /// 5 is told and 4 is not; where one of the two is not, neither is: the other edition's count would give it.
  @Test(arguments: [
    (21, 0, "accepté : 21 lignes"), (5, 0, "accepté : 5 lignes"), (4, 0, "accepté"), (1, 0, "accepté"),
    (0, 0, "accepté : rien ce mois-ci"), (21, 5, "accepté : 21 lignes, 5 refusées"),
    (21, 4, "accepté avec des lignes refusées"), (4, 9, "accepté avec des lignes refusées"),
    (0, 9, "accepté : 0 ligne, 9 refusées"), (0, 1, "accepté avec des lignes refusées"),
  ])
  func smallCounts(_ kept: Int, _ refused: Int, _ words: String) {
    #expect(deliveryWords(delivery(kept, refused), hidingBelow: 5, hidesRows: false) == words)
  }

  @Test(arguments: [
    (21, 0, "accepté"), (0, 0, "accepté"), (21, 5, "accepté avec des lignes refusées"),
  ])
  func whereAHiddenCountStandsBehindThem(_ kept: Int, _ refused: Int, _ words: String) {
    #expect(deliveryWords(delivery(kept, refused), hidingBelow: 5, hidesRows: true) == words)
  }

  @Test func otherWords() {
    #expect(
      deliveryWords(delivery(2, isOwed: false), hidingBelow: 5, hidesRows: false) == "accepté (non attendu)")
    #expect(
      deliveryWords(delivery(21, 1, isOwed: false, waived: "perdu"), hidingBelow: 5, hidesRows: false)
        == "accepté (non attendu) avec des lignes refusées (dispensé : perdu)")
    // A threshold of one person hides nothing.
    #expect(deliveryWords(delivery(1), hidingBelow: 1, hidesRows: false) == "accepté : 1 ligne")
  }

  private static let exited = Condition(.statut, .oneOf([UInt32(JobStatus.en_cours.rawValue)]), isExcluded: true)
  private static let women = Condition(.sexe, .oneOf([UInt32(Sex.f.rawValue)]))

  /// Which hidden figure of the association stands behind the rows of which file.
  @Test(arguments: [
    (Term(.countStock(.salarie)), [ExportKind.etp]), (Term(.countStock(.salarie), conditions: [exited]), [.etp]),
    (Term(.countStock(.salarie), conditions: [women]), [.etp]), (Term(.countStock(.poste)), [.etp]),
    (
      Term(
        .ratio(
          of: .term(Term(.countStock(.salarie), conditions: [women])), over: .term(Term(.countStock(.salarie))),
          factor: Rational(100))), [.etp]
    ),
    (Term(.countPersons), [.beneficiaires]), (Term(.countPersons, conditions: [women]), [.beneficiaires]),
    (Term(.countPaths(.date_entree, minimumStay: false)), [.beneficiaires]),
    (Term(.countPaths(.date_sortie, minimumStay: true)), [.beneficiaires]), (Term(.countMeetings), []),
  ])
  func hiddenFigures(_ term: Term, _ kinds: [ExportKind]) {
    let indicator = FunderSample.indicator(
      "personnes", "Personnes", .personnes, 0, [.mois, .annee], term, persons: true)
    func hides(_ association: String, _ confidentiality: Confidentiality) -> [ExportKind] {
      let figures = [Horizon.mois, .annee].map { horizon in
        ReleasedFigure(
          Figure(
            indicator: "personnes", horizon: horizon, cell: Cell([Cell.Member(.association, association)]),
            value: Rational(7), status: .A), confidentiality: horizon == .annee ? confidentiality : .F)
      }
      let month = FunderSample.reported(
        [printing([("personnes", .annee)])], figures: figures, catalogue: Catalogue([indicator]))
      return ExportKind.allCases.filter { hasRowsHidden(delivery(7, 0, $0), month) }
    }
    // At whichever horizon, for whichever reason; of this association.
    #expect(hides("a", .C) == kinds && hides("a", .D) == kinds)
    #expect(hides("a", .F) == [] && hides("b", .C) == [])
  }

  private func printing(_ columns: [(String, Horizon)]) -> Funder {
    var funder = FunderSample.funder
    (funder.keyFigures, funder.sections) = ([], [FunderSample.section("S", .association, columns, .none)])
    return funder
  }

  /// Eight rows are no more than eight employees: a share of women that is hidden would lie below; unless some funder reads how many there
  /// are in all. That a figure is not hidden is no reason, where nobody prints it.
  @Test(arguments: [ExportKind.etp, .beneficiaires], [Confidentiality.F, .C, .D, nil])
  func besideTheWhole(_ kind: ExportKind, _ whole: Confidentiality?) {
    for isPrinted in [true, false] { expectRows(of: kind, beside: whole, isPrinted: isPrinted) }
  }

  private func expectRows(of kind: ExportKind, beside whole: Confidentiality?, isPrinted: Bool) {
    let measure = kind == .etp ? Measure.countStock(.salarie) : .countPersons
    let all = FunderSample.indicator("tous", "Tous", .personnes, 0, [.mois], Term(measure), persons: true)
    let some = FunderSample.indicator(
      "femmes", "Femmes", .personnes, 0, [.mois], Term(measure, conditions: [Self.women]), persons: true)
    func figure(_ indicator: String, _ mark: Confidentiality) -> ReleasedFigure {
      ReleasedFigure(
        Figure(
          indicator: indicator, horizon: .mois, cell: Cell([Cell.Member(.association, "a")]), value: Rational(8),
          status: .A), confidentiality: mark)
    }
    let figures = [figure("femmes", .C)] + [whole.map { figure("tous", $0) }].compactMap { $0 }
    let columns: [(String, Horizon)] = [("femmes", .mois)] + (isPrinted ? [("tous", .mois)] : [])
    let month = FunderSample.reported([printing(columns)], figures: figures, catalogue: Catalogue([all, some]))
    #expect(hasRowsHidden(delivery(8, 0, kind), month) == !(kind == .etp && whole == .F && isPrinted))
  }

  /// The month's page, which is internal and says so, has them all; of what goes to a funder nothing has a small one.
  @Test(arguments: 1...4) func smallRowsStayInside(_ rows: Int) {
    var deliveries = FunderSample.deliveries
    deliveries[0].rowsKept = rows
    deliveries[1].rowsKept = 10 * rows
    deliveries[1].rowsRefused = rows
    let month = FunderSample.reported(deliveries: deliveries)
    let told = ["\(rows) \(rows < 2 ? "ligne" : "lignes")", "\(rows) \(rows < 2 ? "refusée" : "refusées")"]
    let index = readableText(indexPage(month, links: []))
    #expect(index.contains("Interne\nPage interne au PTCE, à ne pas transmettre"))
    for words in told { #expect(index.contains(" \(words)")) }
    let (books, files) = funderFiles(month)
    let published =
      books.flatMap { $0.book.sheets.map { readableText(of: $0).replacing("·", with: " ") } }
      + files.map { String(decoding: $0.bytes, as: UTF8.self).replacing("\u{A0}", with: " ") }
      + [funderPage(FunderReport(month, FunderSample.funder)), newsletterBlock(month)].map {
        $0.replacing("\u{A0}", with: " ")
      }
    for text in published { for words in told { #expect(!text.contains(" \(words)")) } }
  }

  /// In the sheet: AFEJI's one refused row is not counted, and a hidden staff takes its own count with it.
  @Test func inTheSheet() {
    func cells(_ isHidden: Bool) -> String {
      let staff = FunderSample.indicator(
        "effectif", "Effectif", .personnes, 0, [.mois], Term(.countStock(.salarie)), persons: true)
      let month = FunderSample.reported(
        figures: [
          FunderSample.released("effectif", .mois, Rational(16), FunderSample.association("adds"), hidden: isHidden)
        ], catalogue: Catalogue(FunderSample.catalogue.indicators + [staff]))
      let book = funderBook(month, FunderSample.funder)
      return readableText(of: book.sheets.first { $0.name == "Complétude" }!).replacing("·", with: " ")
    }
    #expect(cells(false).contains("accepté : 16 lignes"))
    #expect(!cells(true).contains("16 lignes") && !cells(true).contains("20 lignes"))
    #expect(cells(true).contains("accepté avec des lignes refusées"))
  }

  private func hasRowsHidden(_ delivery: Delivery, _ month: ReportedMonth) -> Bool {
    month.hidesRows(of: delivery, behind: month.figuresByAssociation[delivery.association] ?? [])
  }
}
