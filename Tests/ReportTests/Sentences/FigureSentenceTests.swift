import Domain
import Testing

@testable import Report

/// The grammar as a table: figures → sentences.
@Suite struct FigureSentenceTests {
  // Long: a table.
  @Test func levels() {
    let table: [(String, Indicator.Unit, Rational?, String)] = [
      ("Emplois créés", .postes, Rational(15), "quinze emplois créés depuis juillet 2021"),
      ("Emplois créés", .postes, Rational(1), "un emploi créé depuis juillet 2021"),
      ("Emplois créés", .postes, .zero, "aucun emploi créé depuis juillet 2021"),
      ("Emplois créés", .postes, Rational(17), "17 emplois créés depuis juillet 2021"),
      (
        "Emplois créés ou en cours de création", .postes, Rational(1),
        "un emploi créé ou en cours de création depuis juillet 2021"
      ),
      ("Emplois créés", .postes, Rational(-3), "Emplois créés depuis juillet 2021 : −3 postes"),
      ("Réunions tenues", .reunions, .zero, "aucune réunion tenue depuis juillet 2021"),
      ("Réunions tenues", .reunions, Rational(1), "une réunion tenue depuis juillet 2021"),
      ("Femmes accompagnées", .personnes, Rational(1234), "1 234 femmes accompagnées depuis juillet 2021"),
      (
        "Travailleurs handicapés (RQTH)", .personnes, Rational(2),
        "Travailleurs handicapés (RQTH) depuis juillet 2021 : deux personnes"
      ),
      ("Bénéficiaires : RSA", .personnes, Rational(1), "Bénéficiaires : RSA depuis juillet 2021 : une personne"),
      (
        "Création nette d'emplois", .postes, Rational(10),
        "la création nette d'emplois est de dix postes depuis juillet 2021"
      ),
      (
        "Création nette d'emplois", .postes, Rational(-2),
        "la création nette d'emplois est de −2 postes depuis juillet 2021"
      ),
      (
        "Écart à la région", .points, Rational(17, over: 10), "l’écart à la région est de 1,7 point depuis juillet 2021"
      ),
      ("Taux de sorties", .percent, Rational(1800, over: 28), "le taux de sorties est de 64,29 % depuis juillet 2021"),
      ("Part de l'ESS, région", .percent, Rational(9), "la part de l'ESS, région, est de 9 % depuis juillet 2021"),
      ("ETP d'insertion", .ETP, Rational(619, over: 10), "61,9 ETP d'insertion depuis juillet 2021"),
      ("Heures d'insertion", .heures, Rational(13_087, over: 2), "6 543,5 heures d'insertion depuis juillet 2021"),
      ("Complexité", .percent, Rational(3, over: 10_000), "Complexité depuis juillet 2021 : 0,0003 %"),
      ("Emplois créés", .postes, nil, "Emplois créés, depuis juillet 2021 : non disponible (aucun fichier accepté)"),
    ]
    for (label, unit, value, words) in table {
      #expect(plain(sentence(label, unit, value).level) == words)
    }
    #expect(
      plain(sentence("Femmes accompagnées", .personnes, Rational(3), isHidden: true).level)
        == "Femmes accompagnées, depuis juillet 2021 : chiffre couvert par le secret statistique")
  }

  @Test func changes() {
    func change(_ label: String, _ unit: Indicator.Unit, _ trend: Trend, _ month: Month = Sample.month) -> String {
      plain(sentence(label, unit, Rational(20), onMonth: trend, month: month).change)
    }
    func moved(_ value: Rational) -> Trend { .movement(.shown(value)) }
    #expect(change("Emplois créés", .postes, moved(Rational(2))) == ", deux de plus qu'à fin avril")
    #expect(change("Emplois créés", .postes, moved(Rational(-1))) == ", un de moins qu'à fin avril")
    #expect(change("Réunions tenues", .reunions, moved(Rational(1))) == ", une de plus qu'à fin avril")
    #expect(change("Emplois créés", .postes, moved(.zero)) == ", comme à fin avril")
    #expect(change("Part des CDI", .percent, moved(Rational(-14, over: 5))) == ", 2,8 points de moins qu'à fin avril")
    #expect(change("Part des CDI", .percent, moved(Rational(1, over: 100))) == ", 0,01 point de plus qu'à fin avril")
    #expect(change("ETP", .ETP, moved(Rational(13, over: 5))) == ", 2,6 de plus qu'à fin avril")
    let january = Month(year: 2022, number: 1)
    #expect(change("Emplois créés", .postes, moved(Rational(2)), january) == ", deux de plus qu'à fin décembre 2021")
    for silent in [Trend.newYear, .unknown, .incomparable, .movement(.hidden), .movement(.missing)] {
      #expect(change("Emplois créés", .postes, silent).isEmpty)
    }
    let onYear = sentence("Emplois créés", .postes, Rational(20), onYear: moved(Rational(7)))
    #expect(plain(onYear.changeOnYear) == ", sept de plus qu'un an plus tôt")
  }

  @Test func gaps() {
    func gap(_ value: Rational, against target: Int) -> String {
      plain(sentence("Taux de sorties", .percent, value, target: target).gap ?? "")
    }
    #expect(gap(Rational(60), against: 60) == "autant que la cible de 60 %")
    #expect(gap(Rational(64), against: 60) == "4 points de plus que la cible de 60 %")
    #expect(gap(Rational(119, over: 2), against: 60) == "0,5 point de moins que la cible de 60 %")
  }

  @Test func firmness() {
    #expect(sentence("ETP", .ETP, Rational(1), status: .A).firmness.isEmpty)
    #expect(sentence("ETP", .ETP, Rational(1), status: .P).firmness == " (provisoire)")
    #expect(sentence("ETP", .ETP, Rational(1), status: .U).firmness == " (partiel)")
    #expect(sentence("ETP", .ETP, Rational(1), status: .E).firmness == " (estimé)")
    #expect(sentence("ETP", .ETP, nil).firmness.isEmpty)
  }

  @Test func nouns() {
    func plural(_ label: String) -> String? { CountNoun(singular: label)?.plural }
    #expect(plural("Groupe de travail thématique") == "groupes de travail thématiques")
    #expect(plural("Bureau collégial & local") == "bureaux collégiaux & locaux")
    #expect(CountNoun(plural: "Parcours")?.singular == "parcours")
    #expect(CountNoun(plural: "Habitants des quartiers")?.singular == "habitant des quartiers")
    #expect(CountNoun(plural: "Trucs tenus") == nil && CountNoun(plural: "Effectif") == nil)
    #expect(NamedFigure("Effectif salarié")?.subject == "l’effectif salarié" && NamedFigure("Bidule") == nil)
  }

  private enum Sample { static let month = Month(year: 2022, number: 5) }

  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }

  private func sentence(
    _ label: String, _ unit: Indicator.Unit, _ value: Rational?, isHidden: Bool = false, status: Status? = nil,
    onMonth: Trend = .unknown, onYear: Trend = .unknown, target: Int? = nil, month: Month = Sample.month
  ) -> FigureSentence {
    var indicator = SampleMonth.indicator("i", label, unit, 2, [.programme])
    indicator.targets = target.map { [Benchmark(value: Rational($0), month: nil, source: "s")] } ?? []
    let figure = Figure(
      indicator: "i", horizon: .programme, cell: .total, value: value, status: status ?? (value == nil ? .M : .A),
      reason: value == nil ? .aucunFichier : nil)
    var reported = SampleMonth.reported()
    reported.month = month
    reported.definitions.catalogue = Catalogue([indicator])
    reported.release.figures = ReleasedFigures(
      month: month, [ReleasedFigure(figure, confidentiality: isHidden ? .C : .F)])
    let key = Figures.Key("i", .programme)
    reported.release.trends = [key: onMonth]
    reported.release.yearTrends = [key: onYear]
    return FigureSentence(FunderFigure(indicator, key, for: SampleMonth.funders[0], in: reported), in: reported)
  }
}
