import Domain
import Foundation
import Testing

@testable import Report

@Suite struct IndexPageTests {
  private let first = indexPage(SampleMonth.reported(), links: SampleMonth.links)
  private let second = indexPage(
    SampleMonth.reported(SampleMonth.secondEdition, revisions: SampleMonth.revisions), links: SampleMonth.links)

  @Test func saysTheMonthAndItsState() {
    let text = readableText(first)
    #expect(
      text.hasPrefix(
        """
        Aller au contenu
        PTCE Émergence Hénin-Carvin
        # Mai 2022 en un coup d’œil
        ◐ Provisoire
        Édition 2022-05.1
        Interne
        Page interne au PTCE, à ne pas transmettre~: ses nombres de lignes peuvent être de petits effectifs. Aux financeurs vont les fichiers de «~financeurs~».
        Des fichiers manquent ou ont des lignes refusées~: APEI Hénin-Carvin et Mille et un commerce.
        Données illustratives. Une partie des chiffres de ce programme est inventée pour la démonstration.
        """))
    #expect(!text.contains("Révisé"))
    #expect(!text.contains("Depuis l’édition"))
  }

  @Test func showsThePictureToRemember() {
    let text = readableText(first)
    #expect(text.contains("### L’ESS dans l’emploi~: 9~% ici, 10,7~% en région"))
    #expect(text.contains("il faudrait 629~postes de plus pour atteindre le niveau régional."))
    #expect(text.contains("Base~: 9~% (Lettre n° 02). Écart à la région~: −1,7~point."))
  }

  @Test func countsJobsAsATable() {
    let text = readableText(first)
    #expect(text.contains("Mobilité sociale, solidaire & inclusive 5 + 1"))
    #expect(text.contains("### Emplois créés ou en cours de création~: 15~postes"))
    #expect(text.contains("Conseil d’administration | 4 | 4 | 4 (janvier à mai 2022) | définitif"))
    #expect(text.contains("Comité technique | nd | nd | – | instance non suivie"))
  }

  @Test func showsEveryKeyFigureOfEveryFunder() {
    let text = readableText(first)
    #expect(text.contains("Taux de sorties dynamiques\njanvier à mai 2022, ●~définitif\n64,3~%"))
    #expect(text.contains("cible~: 60~%, écart~: +4,3~points"))
    // One horizon each: that of the first funder that names it.
    #expect(!text.contains("63,0~%") && !text.contains("56~personnes"))
    let keys = SampleMonth.funders.flatMap(\.keyFigures).compactMap { SampleMonth.catalogue[$0.indicator] }
    for indicator in keys { #expect(text.contains(visibleSpaces(typeset(indicator.label.fr)) + "\n")) }
  }

  @Test func hidesWhatIsSecretAndSaysSo() {
    let text = readableText(second)
    #expect(text.contains("Bénéficiaires~: RQTH\nmai 2022\ns (secret statistique)"))
    // Not even by the way of the revision: it was 7, it is 3.
    #expect(text.contains("Bénéficiaires~: RQTH / mai 2022 | s | s | –"))
  }

  @Test func saysWhatCameAndWhatIsAwaited() {
    let text = readableText(first)
    #expect(text.contains("12 fichiers reçus sur 13."))
    #expect(text.contains("APEI Hénin-Carvin | ✓~accepté / 14 lignes, 1 refusée | non attendu | non attendu"))
    #expect(text.contains("Mille et un commerce | …~en attente / échéance~: 15~juin 2022 | non attendu"))
  }

  @Test func saysWhatTheSecondEditionChanged() {
    let text = readableText(second)
    #expect(text.contains("◐ Provisoire\n↻ Révisé\nÉdition 2022-05.2"))
    #expect(text.contains("## Depuis l’édition 2022-05.1\nMotif~: Correction de l’APEI reçue le 20 juin"))
    #expect(
      text.contains(
        "ETP / mai 2022 | 60,10 | 61,10 | +1,00~ETP | donnée modifiée / apei/etp-2022-05.csv~: 1 ligne modifiée"))
    #expect(text.contains("| 5 (définitif) | 5 (provisoire) | – | donnée modifiée"))
  }

  @Test func listsFindingsWithoutAnyValue() {
    let text = readableText(first)
    #expect(text.contains("1~cause de ligne refusée et 1~note."))
    #expect(
      text.contains(
        "Ligne refusée – APEI Hénin-Carvin, exports/apei/etp-2022-05.csv, ligne~4, colonne H~: un ETP va de 0 à 1 (100~%)"
      ))
  }

  @Test func linksEveryFileButItself() {
    for link in SampleMonth.links where link != "interne/index.html" { #expect(first.contains("href=\"../\(link)\"")) }
    #expect(!first.contains("href=\"../interne/index.html\""))
    let hostile = indexPage(SampleMonth.reported(), links: ["retours/\"><b> é.html", "javascript:alert(1)"])
    _ = readableText(hostile)
    #expect(hostile.contains("href=\"../retours/%22%3E%3Cb%3E%20%C3%A9.html\""))
    #expect(hostile.contains("href=\"../javascript%3Aalert%281%29\""))
  }

  @Test func standsAlone() {
    #expect(!first.contains("<script"))
    #expect(!first.contains("http://") && !first.contains("https://"))
    #expect(first.contains("default-src 'none'") || first.contains("default-src &#39;none&#39;"))
    #expect(first == indexPage(SampleMonth.reported(), links: SampleMonth.links))
  }

  @Test func givesEachIdOnceAndNamesWhatExists() {
    let ids = second.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let named = second.matches(of: /aria-labelledby="([^"]*)"/).flatMap { $0.1.split(separator: " ") }
    #expect(Set(named.map(String.init)).isSubset(of: ids))
    let targets = second.matches(of: /href="#([^"]*)"/).map { String($0.1) }
    #expect(Set(targets).isSubset(of: ids))
  }
}
