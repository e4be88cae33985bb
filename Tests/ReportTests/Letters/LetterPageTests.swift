import Domain
import Foundation
import Testing

@testable import Report

@Suite struct LetterPageTests {
  @Test func tellsOneRefusedRow() {
    #expect(
      readableText(letterPage(SampleLetters.apei)) == """
        Aller au contenu
        PTCE Émergence Hénin-Carvin
        # Retour sur vos fichiers de mai~2022
        À l’attention de~: APEI Hénin-Carvin
        Données illustratives. Une partie des chiffres de ce programme est inventée pour la démonstration.
        Madame, Monsieur,
        Merci pour votre envoi. Quelques points empêchent encore d’en tenir compte en entier~: les voici, avec ce qu’il faut saisir.
        ## Ce que nous avons reçu
        Vos fichiers, avec le nombre de leurs lignes retenues et refusées
        Fichier | Mois | État | Retenues | Refusées
        Emplois et ETP | mai 2022 | ✓ accepté en partie | 14 | 1
        ## Ce qu’il faut corriger
        Corrigez votre fichier, enregistrez-le sous le même nom et déposez-le au même endroit~: il remplacera le précédent. Les numéros de ligne et les lettres de colonne sont ceux de votre tableur.
        ### etp-2022-05.csv
        Ligne refusée – ligne~4, colonne~H «~ÉQUIVALENT TEMPS PLEIN~»
        Un ETP va de 0 à 1 (100~%).
        À faire~: saisissez la part de temps plein de ce poste, par exemple «~0,8~» ou «~80~%~».
        Effet sur les chiffres~: il manque 1,00~ETP à «~ETP~» (axe Alimentation durable & consommation responsable) et il y a 1,7~point de trop dans «~Part des CDI~».
        Merci de nous envoyer ce qui manque ou est à corriger avant le 15~juillet 2022, avec vos fichiers de juin~2022. Si un point vous paraît obscur ou inexact, répondez-nous~: nous le regarderons avec vous.
        Avec nos remerciements et nos salutations cordiales,
        L’équipe du PTCE Émergence Hénin-Carvin
        Ce courrier ne cite jamais le contenu d’une cellule~: seulement sa place, la règle, et au plus sa forme («~5 lettres~», «~4 chiffres~»). Le tableau apei-2022-05.csv, à côté de ce courrier, donne les mêmes points, pour les trier.
        Données transmises par les associations membres~; traitement dans le cadre des conventions de financement.
        """)
  }

  @Test func thanksWhereAllIsWell() {
    let text = readableText(letterPage(SampleLetters.letter(to: "adds", findings: [])))
    #expect(
      text.contains(
        "Merci~: tous vos fichiers de mai~2022 sont arrivés et ont été acceptés. Vous n’avez rien à renvoyer."))
    #expect(!text.contains("corriger"))
    #expect(!text.contains("Ce que nous attendons"))
    #expect(!text.contains("Depuis notre dernier retour"))
  }

  @Test func asksForWhatDidNotCome() {
    let text = readableText(letterPage(SampleLetters.letter(to: "mille-et-un-commerce")))
    #expect(text.contains("Nous n’avons pas encore reçu vos fichiers de mai~2022."))
    #expect(text.contains("Emplois et ETP, mai 2022 (fichier etp-2022-05.csv) – échéance~: 15~juin 2022"))
    #expect(text.contains("Envoyez tout de même le fichier, avec sa seule ligne d’en-têtes"))
    #expect(text.contains("modèle «~Emplois et ETP~»."))
    #expect(!text.contains("Le registre des bénéficiaires reprend"))
  }

  @Test func saysEverythingAtOnce() {
    let text = readableText(letterPage(SampleLetters.full))
    #expect(
      text.contains(
        """
        ## Depuis notre dernier retour
        ### Réglé (1)
        beneficiaires-2022-05.csv – ligne~12, colonne~E «~Entrée~»~: une date s’écrit jour/mois/année
        ### Reste (1)
        """))
    #expect(text.contains("4~lignes refusées – lignes~4, 7 à 9, colonne~E «~Entrée~»"))
    #expect(text.contains("Effet sur les chiffres~: non chiffrable."))
    #expect(text.contains("Effet sur les chiffres~: aucun chiffre ne change."))
    #expect(text.contains("À vérifier – ligne~28, et ligne~35 du fichier ouvert comme un texte"))
    #expect(text.contains("Emplois et ETP | mai 2022 | ✗ refusé | aucune | toutes"))
    #expect(text.contains("Emplois et ETP, avril 2022 (fichier etp-2022-04.csv) – échéance~: 15~mai 2022"))
    #expect(text.contains("Le registre des bénéficiaires reprend tous les parcours"))
    // The worst file first.
    let worst = text.range(of: "### etp-2022-05.csv")
    let milder = text.range(of: "### beneficiaires-2022-05.csv")
    #expect(worst.map { $0.lowerBound < (milder?.lowerBound ?? text.startIndex) } == true)
  }

  @Test func asksNoMoreForWhatIsWaived() {
    var letter = SampleLetters.letter(to: "mille-et-un-commerce")
    letter.deliveries[0].waived = "fichiers perdus"
    let text = readableText(letterPage(letter))
    #expect(text.contains("Aucun fichier n’est attendu de vous pour mai 2022."))
  }

  @Test func keepsHeadersAsTheyWereWritten() {
    var letter = SampleLetters.apei
    letter.findings[0].header = "statut de l'emploi <b>&\u{0}"
    letter.association.label = "<script>"
    let page = letterPage(letter)
    #expect(readableText(page).contains("«~statut de l'emploi <b>&␀~»"))
    #expect(!page.contains("<script"))
  }

  @Test func nothingAtAll() {
    let text = readableText(letterPage(SampleLetters.letter(to: "apei", deliveries: [], findings: [])))
    #expect(text.contains("Aucun fichier n’est attendu de vous pour mai 2022. Merci."))
  }
}
