import Domain
import Foundation
import Testing

@testable import Pipeline

/// What forbids publishing although everything could be read.
@Suite struct LossesTests {
  private func published() throws -> SmallProgramme {
    let small = try SmallProgramme()
    try small.jobs("adds", "2022-05", "1 cree 1")
    try small.jobs("die", "2022-05", "1 existant 1 alimentation")
    try small.persons("adds", "2022-05", 20)
    try small.publish("2022-05")
    return small
  }

  private func refusal(_ small: SmallProgramme, _ change: (inout RunRequest) -> Void = { _ in }) -> PublicationRefused?
  {
    do { try small.publish("2022-05", change) } catch let refusal as PublicationRefused { return refusal } catch {
      Issue.record("\(error)")
    }
    return nil
  }

  @Test func aFileThatIsGone() throws {
    let small = try published()
    try small.remove("exports/die/etp-2022-05.csv")
    let refused = try #require(refusal(small))
    #expect(refused.details == ["exports/die/etp-2022-05.csv : le fichier n'est plus là"])
    #expect(try small.plan("2022-05")[0].refusals == [refused.reason] + refused.details)
    #expect(refusal(small) { $0.acceptsLoss = true } == nil)
    #expect(try small.store().current(Month("2022-05")!)?.acceptedLoss == true)
  }

  @Test func aFileThatIsRefused() throws {
    let small = try published()
    let text = try small.read("exports/die/etp-2022-05.csv")
    try small.write("exports/die/etp-2022-05.csv", text + "\"jamais refermé\n")
    let refused = try #require(refusal(small))
    #expect(
      refused.details.count == 1 && refused.details[0].hasPrefix("exports/die/etp-2022-05.csv:3 : guillemet ouvert"))
    // Put right, there is nothing to publish.
    try small.write("exports/die/etp-2022-05.csv", text)
    #expect(refusal(small) == nil && small.editions == ["2022-05.1"])
  }

  /// A funder's report must not disappear because a file did: by removal, or under a name that is passed over.
  @Test(arguments: ["", "funders/.region.yaml", "funders/region.yaml~", "region.yaml"])
  func aFunderThatIsGone(newName: String) throws {
    let small = try published()
    let text = try small.read("funders/region.yaml")
    try small.write(
      "funders/cahc.yaml", text.replacing("id: region", with: "id: cahc").replacing("Région", with: "CAHC"))
    try small.publish("2022-05")
    try small.remove("funders/region.yaml")
    if !newName.isEmpty { try small.write(newName, text) }
    let lost = ["funders/region.yaml : le fichier n'est plus là, ce financeur n'aurait plus de rapport"]
    let refused = try #require(refusal(small))
    #expect(refused.details == lost && small.editions == ["2022-05.1", "2022-05.2"])
    #expect(try small.plan("2022-05")[0].refusals == [refused.reason] + lost)
    // Of the month after, which has no edition yet, he would have none either.
    try small.jobs("adds", "2022-06", "1 existant 1")
    let next = #expect(throws: PublicationRefused.self) { try small.publish("2022-06") }
    #expect(next?.details == lost)
    #expect(refusal(small) { $0.acceptsLoss = true } == nil)
    #expect(try small.edition("2022-05.3").acceptedLoss)
    // Once accepted, it is no loss any more.
    #expect(try small.publish("2022-06") != nil)
  }

  @Test(arguments: ["acknowledged.yaml", "reference/territory.csv"]) func aDefinitionThatIsGone(file: String) throws {
    let small = try published()
    if file == "acknowledged.yaml" {
      try small.write(
        file, "waived: [{association: die, kind: etp, month: 2022-04, reason: \"pas encore de salarié\"}]\n")
      try small.publish("2022-05")
      try small.remove(file)
      #expect(try #require(refusal(small)).details == ["\(file) : le fichier n'est plus là"])
    } else {
      try small.remove(file)
      #expect(throws: (any Error).self) { try small.publish("2022-05") }
    }
  }

  /// What an association sent before it left the programme is not missed: the definitions decided it, and not the file.
  @Test(arguments: [("2022-04", false), ("2022-05", true)]) func thoseThatLeft(until: String, isLoss: Bool) throws {
    let small = try published()
    try small.edit(
      "programme.yaml", "member_from: 2022-01, owes: [etp]}",
      "member_from: 2022-01, member_until: \(until), owes: [etp]}")
    try small.remove("exports/die/etp-2022-05.csv")
    #expect((refusal(small) != nil) == isLoss)
    guard !isLoss else { return }
    let store = try small.store()
    let edition = try #require(try store.current(Month("2022-05")!))
    #expect(edition.name == "2022-05.2" && !edition.acceptedLoss)
    #expect(try store.figures(of: edition)["etp_total", .mois]?.value == Rational(1))
    let diff = try diffEditions(Month("2022-05")!, nil, nil, reports: small.reports)
    #expect(diff.comparison.files.isEmpty && diff.comparison.causes == [.methode])
  }

  @Test func anAssociationThatIsNoLongerThere() throws {
    let small = try published()
    let programme = try small.read("programme.yaml")
    try small.write(
      "programme.yaml", programme.split(separator: "\n").filter { !$0.contains("id: die") }.joined(separator: "\n"))
    #expect(refusal(small) == nil)
    #expect(try small.store().current(Month("2022-05")!)?.name == "2022-05.2")
    #expect(try small.verify("2022-05.1").discrepancies.isEmpty && small.verify("2022-05.2").discrepancies.isEmpty)
  }

  @Test func nothingAcceptedForTheMonth() throws {
    let small = try published()
    let refused = #expect(throws: PublicationRefused.self) { try small.publish("2022-06") }
    #expect(refused?.reason == "aucun fichier accepté pour juin 2022")
    #expect(
      refused?.details == [
        "exports/adds/etp-2022-06.csv : non reçu", "exports/adds/beneficiaires-2022-06.csv : non reçu",
        "exports/die/etp-2022-06.csv : non reçu",
      ])
    // One of three is enough.
    try small.jobs("adds", "2022-06", "1 existant 1")
    #expect(try small.publish("2022-06") != nil)
  }

  /// Of the months from January on only May came: 12 of 15 files lack, of all months.
  @Test func strict() throws {
    let small = try published()
    try small.edit("exports/adds/etp-2022-05.csv", "cree;1", "cree;0,5")
    let refused = try #require(refusal(small) { $0.isStrict = true })
    #expect(refused.reason == "12 fichier(s) dus manquent ou sont refusés (--strict)" && refused.details.count == 12)
    #expect(refusal(small) == nil)
  }

  /// Until the 15th of the month after, owed files are waited for; a past month's are not.
  @Test func waiting() throws {
    let small = try SmallProgramme()
    let month = lastWholeMonth().advanced(by: 1)
    try small.jobs("adds", "\(month)", "1 cree 1")
    guard case .waiting(let files, let until)? = try small.run("\(month)", { $0.waits = true }).first else {
      Issue.record("it did not wait")
      return
    }
    #expect(files == ["exports/adds/beneficiaires-\(month).csv", "exports/die/etp-\(month).csv"])
    #expect(until == dueDay(of: month, Programme.Rules()) && small.editions.isEmpty)
    try small.jobs("adds", "2022-05", "1 cree 1")
    #expect(try small.publish("2022-05") { $0.waits = true } != nil)
    #expect(try small.publish("\(month)") != nil)
  }

  @Test func aClosedMonth() throws {
    let small = try published()
    let may = Month("2022-05")!
    #expect(try closeMonth(may, isClosed: true, reason: nil, reports: small.reports).isNew)
    #expect(try !closeMonth(may, isClosed: true, reason: nil, reports: small.reports).isNew)
    #expect(refusal(small) == nil)
    try small.edit("exports/adds/etp-2022-05.csv", "cree;1", "cree;0,5")
    let refused = try #require(refusal(small))
    #expect(refused.reason.hasPrefix("mai 2022 : mois clos"))
    #expect(try small.plan("2022-05")[0].refusals.first?.hasPrefix("mois clos depuis le ") == true)
    // A series stops before its first month is published.
    try small.jobs("adds", "2022-04", "1 cree 1")
    #expect(throws: PublicationRefused.self) { try small.run("2022-04", to: "2022-05") }
    #expect(small.editions == ["2022-05.1"])
    _ = try closeMonth(may, isClosed: false, reason: "corrigé", reports: small.reports)
    #expect(refusal(small) == nil && small.editions == ["2022-05.1", "2022-05.2"])
    #expect(throws: MissingEdition.self) {
      try closeMonth(Month("2022-09")!, isClosed: true, reason: nil, reports: small.reports)
    }
  }
}
