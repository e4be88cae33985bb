import Domain
import Testing

@testable import Report

@Suite struct NewsletterBlockTests {
  // Long: the block as a reader meets it, whole.
  @Test func tellsTheMonth() {
    #expect(
      visibleSpaces(newsletterBlock(SampleMonth.reported())) == """
        ## En chiffres~: mai 2022

        PTCE Émergence Hénin-Carvin

        *Données illustratives~: une partie des chiffres est inventée.*

        ### Gouvernance

        - Quatre conseils d’administration~: en janvier, février, avril et mai 2022.
        - Trois comités de pilotage~: en septembre et décembre 2021 et en mai 2022.
        - Comité technique~: instance non suivie.
        - Groupe de travail thématique~: instance non suivie.

        ### Emplois

        - Quinze emplois créés ou en cours de création depuis juillet 2021~: onze créés et quatre en cours (provisoire~: 2~associations incomplètes sur~7).
          - Alimentation durable & consommation responsable~: trois emplois (deux créés et un en cours).
          - Développement social local & citoyenneté active~: trois emplois (deux créés et un en cours).
          - Mobilité sociale, solidaire & inclusive~: six emplois (cinq créés et un en cours).
          - Transition énergétique & économie circulaire~: trois emplois (deux créés et un en cours).
        - La création nette d’emplois est de dix~postes depuis juillet 2021 (provisoire).
        - 61,1~ETP en mai 2022 (provisoire).

        ### Insertion

        - 18,27~ETP d’insertion en mai 2022.
        - 79 bénéficiaires de janvier à mai 2022.
        - Bénéficiaires~: RQTH, en mai 2022~: chiffre couvert par le secret statistique.
        - Le taux de sorties dynamiques est de 64,3~% de janvier à mai 2022, 4,3~points de plus que la cible de 60~%.

        ### L’ESS dans l’emploi

        - La part de l’ESS dans l’emploi, CAHC (référence), est de 9~% au 31~décembre 2021, autant que la base de 9~% (estimé).
        - La part de l’ESS dans l’emploi, région, est de 10,7~% au 31~décembre 2021.
        - L’écart à la région est de 1,7~point au 31~décembre 2021 (estimé).
        - La part de l’ESS estimée, CAHC, est de 9,02~% en mai 2022, emplois comptés depuis janvier 2022, 0,02~point de plus que la base de 9~% (provisoire).
        - 629 emplois ESS manquants au 31~décembre 2021 (estimé).

        ### Fichiers

        - 12 fichiers reçus sur 13.

        """)
  }

  @Test func saysOnlyTheCountWhereMonthsAreUnknown() {
    var month = SampleMonth.reported()
    month.release.history = Array(month.history.suffix(3))
    let block = visibleSpaces(newsletterBlock(month))
    #expect(block.contains("- Quatre conseils d’administration depuis juillet 2021."))
  }

  @Test func countsMeetingsOfAnInstanceWhoseGenderNobodyKnows() {
    var month = SampleMonth.reported()
    month.definitions.programme.instances[0].label.fr = "Plénière d'axe"
    month.definitions.programme.instances[1].label.fr = "Assemblée générale"
    let block = visibleSpaces(newsletterBlock(month))
    #expect(block.contains("- Plénière d’axe~: quatre réunions, en janvier, février, avril et mai 2022."))
    #expect(block.contains("- Trois assemblées générales~: en septembre"))
  }

  @Test func numbersInWords() {
    let words = [
      0: "zéro", 1: "un", 16: "seize", 17: "dix-sept", 20: "vingt", 21: "vingt et un", 22: "vingt-deux",
      61: "soixante et un", 70: "soixante-dix", 71: "soixante et onze", 72: "soixante-douze", 77: "soixante-dix-sept",
      80: "quatre-vingts", 81: "quatre-vingt-un", 90: "quatre-vingt-dix", 91: "quatre-vingt-onze",
      99: "quatre-vingt-dix-neuf", 100: "cent", 101: "101", 1200: "1\u{202F}200", -1: "\u{2212}1",
    ]
    for (count, word) in words { #expect(numberWords(count) == word) }
    #expect(numberWords(1, .feminine) == "une")
    #expect(numberWords(21, .feminine) == "vingt et une")
    #expect(numberWords(81, .feminine) == "quatre-vingt-une")
    #expect(numberWords(71, .feminine) == "soixante et onze")
  }

  @Test func instancesInThePlural() {
    func plural(_ label: String) -> String? { CountNoun(singular: label)?.plural }
    #expect(plural("Conseil d'administration") == "conseils d'administration")
    #expect(plural("Groupe de travail thématique") == "groupes de travail thématiques")
    #expect(plural("Comité de pilotage") == "comités de pilotage")
    #expect(plural("Bureau") == "bureaux")
    #expect(plural("Conseil local") == "conseils locaux")
    #expect(plural("Assemblée générale") == "assemblées générales")
    #expect(plural("COTECH") == nil)
  }

  @Test func monthsByYear() {
    func list(_ months: (Int, Int, Int)...) -> String {
      monthList(months.map { (month: Month(year: $0.0, number: $0.1), count: $0.2) })
    }
    #expect(list((2022, 1, 1)) == "en janvier 2022")
    #expect(list((2022, 5, 2), (2022, 1, 1)) == "en janvier et mai (deux fois) 2022")
    #expect(list((2020, 8, 1), (2021, 9, 1), (2022, 5, 1)) == "en août 2020, en septembre 2021 et en mai 2022")
  }
}
