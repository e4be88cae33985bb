import Domain
import Foundation
import Testing

@testable import Report

/// The letter reads back, says *réglé* of what is right and of nothing else, and speaks to a secretary.
@Suite struct LetterReadBackTests {
  @Test func readsBack() {
    var letter = SampleLetters.apei
    letter.readBack = ReadBack(
      staff: .init(fullTimeEquivalent: Rational(16), employees: 19, jobs: 2),
      register: .init(persons: 1, entries: 0, exits: 12), meetings: .init(held: 3))
    let text = readableText(letterPage(letter))
    #expect(
      text.contains(
        """
        ## Ce que nous avons compris
        Emplois et ETP~: 16,00~ETP, 19~salariés, 2~emplois créés ou en cours depuis juillet 2021
        Registre des bénéficiaires~: 1~personne accompagnée ce mois-ci, 0~entrée, 12~sorties
        Réunions~: 3~réunions tenues
        """))
    letter.readBack = ReadBack()
    #expect(!readableText(letterPage(letter)).contains("Ce que nous avons compris"))
  }

  @Test func answersByWhenAndToWhom() {
    var letter = SampleLetters.apei
    letter.programme.contact = Label(fr: "Camille Lenoir, 03 21 00 00 00")
    let text = readableText(letterPage(letter))
    #expect(text.contains("avant le 15~juillet 2022") && text.contains("Contact~: Camille Lenoir, 03 21 00 00 00"))
  }

  /// Only where the file is read now is a fault that is gone a fault that was mended.
  @Test func settledIsWhatIsRightNow() {
    let month = SampleMonth.month
    let fault = Finding(
      .outOfRange, .row, association: "a", kind: .etp, month: month, file: "exports/a/etp-2022-05.csv", line: 4,
      rule: "r", remedy: "")
    func sorted(_ outcome: Delivery.Outcome, kept: Int) -> (Int, Int) {
      func delivery(_ outcome: Delivery.Outcome, _ kept: Int, _ refused: Int) -> Delivery {
        Delivery(DeliveryID("a", .etp, month), outcome: outcome, isOwed: true, rowsKept: kept, rowsRefused: refused)
      }
      let progress = Letter.Progress(settled: [fault], remaining: [], new: [])
        .sorted(from: [delivery(.accepted, 14, 1)], to: [delivery(outcome, kept, 0)])
      return (progress.settled.count, progress.unread.count)
    }
    #expect(sorted(.accepted, kept: 15) == (1, 0))
    // The faulty row was deleted, as a remedy may ask.
    #expect(sorted(.accepted, kept: 14) == (1, 0))
    #expect(sorted(.accepted, kept: 9) == (0, 1))
    #expect(sorted(.refused, kept: 0) == (0, 1))
    #expect(sorted(.absent, kept: 0) == (0, 1))
  }

  @Test func aMissingFileThatCameIsSettled() {
    let month = SampleMonth.month
    let absent = Delivery(DeliveryID("a", .etp, month), outcome: .absent, isOwed: true)
    var came = absent
    came.outcome = .refused
    let progress = Letter.Progress(settled: missingFiles([absent], association: "a"), remaining: [], new: [])
    #expect(progress.sorted(from: [absent], to: [came]).settled.count == 1)
  }

  @Test func namesNoFileOfTheOffice() {
    #expect(
      forAssociation("vérifier l'axe ; s'il est juste, nous le dire : il sera ajouté à vos axes (programme.yaml)")
        == "vérifier l'axe ; s'il est juste, nous le dire : il sera ajouté à vos axes")
    #expect(forAssociation("ne plus le demander (acknowledged.yaml) ; ou rien") == "ne plus le demander ; ou rien")
    #expect(forAssociation("saisir 0,8 (80 %)") == "saisir 0,8 (80 %)")
  }

  /// The template travels in the letter: what the link holds is the template, byte for byte.
  @Test func carriesTheTemplate() throws {
    let letter = SampleLetters.letter(to: "mille-et-un-commerce")
    let page = letterPage(letter)
    let link = try #require(page.firstMatch(of: /href="data:text\/csv;base64,([^"]*)" download="([^"]*)"/))
    #expect(link.2 == "etp-2022-05.csv")
    #expect(
      Data(base64Encoded: String(link.1)).map(Array.init) == template(.etp, for: letter.association, letter.programme))
    for count in 0...5 {
      let bytes = Array("été=?".utf8.prefix(count))
      #expect(base64(bytes) == Data(bytes).base64EncodedString())
    }
  }
}
