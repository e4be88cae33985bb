import Domain
import Failures
import Foundation
import Ledger
import Testing

@testable import Pipeline
@testable import Protect

/// What is hidden from one edition to the next, and that it is kept, told and proved.
struct SecrecyTests {
  private let world: SmallProgramme

  /// Two associations with entries, which add up, and a report that prints them one by one.
  init() throws {
    world = try SmallProgramme()
    try world.edit(
      "indicators.yaml", "measure: {count_persons: {kind: beneficiaires}}",
      "measure: {count_paths: {kind: beneficiaires, at: date_entree}}")
    try world.edit(
      "programme.yaml", "member_from: 2022-01, owes: [etp]}", "member_from: 2022-01, owes: [etp, beneficiaires]}")
    try world.edit(
      "funders/region.yaml", "    chart: {bar: [emplois_crees]}",
      """
          chart: {bar: [emplois_crees]}
        - title: {fr: "Personnes"}
          sentence: {fr: "Personnes accompagnées, par association."}
          rows: association
          columns:
            - {indicator: beneficiaires, horizon: annee}
          chart: none
      """)
    for association in ["adds", "die"] { try world.jobs(association, "2022-01", "1 cree 1.0", "2 existant 1.0") }
  }

  private func publish(_ adds: Int, _ die: Int, _ month: String = "2022-01") throws -> [String: String] {
    try world.persons("adds", month, adds)
    try world.persons("die", month, die)
    // Two files that are the same to the byte are a mistake, and neither is read.
    if adds == die { try world.edit("exports/die/beneficiaires-\(month).csv", "2022-01-10", "2022-01-11") }
    let published = try #require(try world.publish(month))
    let edition = try world.edition(published.edition.description)
    return try world.store().figureRecords(of: edition).filter {
      $0.indicator == "beneficiaires" && $0.horizon == "annee"
    }
    .reduce(into: [:]) { $0[$1.cell] = $1.confidentiality }
  }

  /// 3 + 9 = 12 tells the 3.
  @Test func theOtherCellOfTwoIsHidden() throws {
    let marks = try publish(3, 9)
    #expect(marks == ["": "F", "association=adds": "C", "association=die": "D"])
    let edition = try world.edition("2022-01.1")
    let reasons = try world.store().disclosureRecords(of: edition)
    #expect(reasons.map(\.name) == ["2022-01 beneficiaires annee association=die"])
    #expect(reasons.map(\.protects) == ["2022-01 beneficiaires annee association=adds"])
    let manifest = try world.reports.manifest("2022-01.1")
    #expect(manifest.protection.hiddenFor == reasons.map(\.reason))
    #expect(manifest.protection.hiddenSecondary == 1)
    let verification = try world.verify("2022-01.1")
    #expect(verification.discrepancies.isEmpty)
  }

  /// What no report prints is no danger, as long as nobody has every figure: 9 = 12 − 3 then stands in an aggregator's table.
  @Test(arguments: [false, true]) func whatAnAggregatorSees(_ isTold: Bool) throws {
    try world.write("funders/region.yaml", SmallProgramme.region)
    if isTold { try world.write("funders/etat.yaml", SmallProgramme.aggregator) }
    let marks = try publish(3, 9)
    #expect(marks == ["": "F", "association=adds": "C", "association=die": isTold ? "D" : "F"])
    guard isTold else { return }
    let rows = try world.file("2022-01/financeurs/etat-2022-01.csv").split(separator: "\n")
      .filter { $0.hasPrefix("essai,beneficiaires,2022-01,annee,") }
    #expect(
      rows == [
        "essai,beneficiaires,2022-01,annee,,,,,,,12,,,personnes,A,F,2022-01.1,I",
        "essai,beneficiaires,2022-01,annee,,adds,,,,,,,,personnes,A,C,2022-01.1,I",
        "essai,beneficiaires,2022-01,annee,,die,,,,,,,,personnes,A,D,2022-01.1,I",
      ])
    // A correction of one person: what both editions hide stands as it stood, and the total is told no more.
    _ = try publish(2, 9)
    let now = try world.file("2022-01/financeurs/etat-2022-01.csv").split(separator: "\n")
      .filter { $0.hasPrefix("essai,beneficiaires,2022-01,annee,") }.map { $0.suffix(15) }
    #expect(now == ["A,D,2022-01.2,R", "A,C,2022-01.2,I", "A,D,2022-01.2,I"])
  }

  @Test func nothingSmallHidesNothing() throws {
    #expect(try publish(6, 9) == ["": "F", "association=adds": "F", "association=die": "F"])
    let records = try world.store().disclosureRecords(of: world.edition("2022-01.1"))
    #expect(records.isEmpty)
  }

  /// A correction of one person: who holds both editions would see what became of that person.
  @Test(arguments: [(13, "D"), (16, "D"), (8, "D"), (17, "F"), (30, "F"), (12, "F")])
  func aCorrectionOfAFew(adds: Int, mark: String) throws {
    #expect(try publish(12, 20)["association=adds"] == "F")
    if adds == 12 { try world.jobs("adds", "2022-01", "1 cree 0.5", "2 existant 1.0") }
    #expect(try publish(adds, 20)["association=adds"] == mark)
    let table = try world.file("2022-01/financeurs/region-2022-01.csv")
    let row = try #require(
      table.split(whereSeparator: \.isNewline).first { $0.contains(";adds;") && $0.hasPrefix("beneficiaires;") })
    let fields = row.split(separator: ";", omittingEmptySubsequences: false)
    #expect(fields[15] == mark)
    #expect(fields[10].isEmpty == (mark == "D"))
    // Neither the old nor the new value, nor that it moved.
    if mark == "D" { #expect(fields[20].isEmpty && fields[19] == "non") }
  }

  @Test func whatWasHiddenStaysHiddenAndIsNoLongerMarkedSmall() throws {
    #expect(try publish(3, 20)["association=adds"] == "C")
    #expect(try publish(40, 20)["association=adds"] == "D")
    #expect(try publish(80, 20)["association=adds"] == "D")
  }

  /// k = 3: a total of 2 that is marked as small, above two members that are, gives both away; so no mark says anything. Nor do those of
  /// later editions: two marks of one cell that differ would tell what the first of them kept back.
  @Test(arguments: [(1, 0), (0, 1), (2, 0), (1, 1), (9, 9)])
  func aMarkThatSaidNothingStaysSilent(adds: Int, die: Int) throws {
    try world.edit("programme.yaml", "persons_threshold: 5", "persons_threshold: 3")
    #expect(try publish(1, 1) == ["": "D", "association=adds": "D", "association=die": "D"])
    try world.jobs("adds", "2022-01", "1 cree 0.5", "2 existant 1.0")
    #expect(try publish(adds, die)[""] == "D")
    try world.jobs("adds", "2022-01", "1 cree 0.4", "2 existant 1.0")
    #expect(try publish(die, adds)[""] == "D")
  }

  /// It is the first mark that tells so: what was marked as small may be marked so again.
  @Test func aMarkThatSaidSomethingMaySayItAgain() throws {
    #expect(try publish(2, 1) == ["": "C", "association=adds": "C", "association=die": "C"])
    try world.jobs("adds", "2022-01", "1 cree 0.5", "2 existant 1.0")
    #expect(try publish(2, 1) == ["": "C", "association=adds": "C", "association=die": "C"])
    #expect(try publish(1, 1)[""] == "C")
  }

  /// What `plan` shows is what `run` publishes.
  /// 10, 12 and 13 were shown; February is 11 now. It is hidden, and everybody knows between what it stands. Corrected to 13, nothing before
  /// holds it; and where nothing was shown, nothing is said.
  @Test func planSaysWhatIsKnownCloselyAlready() throws {
    let world = try SmallProgramme()
    for (month, persons) in [("2022-01", 10), ("2022-02", 12), ("2022-03", 13)] {
      try world.jobs("adds", month, "1 cree 1.0")
      try world.persons("adds", month, persons)
    }
    #expect(try world.plan("2022-02")[0].hidden.isEmpty)
    try world.run("2022-01", to: "2022-03")
    try world.persons("adds", "2022-02", 11)
    let plan = try #require(try world.plan("2022-02").first)
    #expect(plan.refusals.isEmpty)
    let closely = plan.hidden.filter(\.isKnownClosely)
    #expect(!closely.isEmpty && closely.allSatisfy { $0.key.indicator == "beneficiaires" && $0.mark == .D })
    #expect(closely[0].french.hasSuffix(" ; les éditions d'avant disent déjà à peu près combien, quoi qu'on masque"))
    #expect(try world.publish("2022-02") != nil)
    // Far from what was shown, it is shown.
    try world.persons("adds", "2022-02", 40)
    #expect(try world.plan("2022-02")[0].hidden.allSatisfy { !$0.isKnownClosely })
  }

  @Test func planHidesWhatRunHides() throws {
    try world.persons("adds", "2022-01", 3)
    try world.persons("die", "2022-01", 9)
    let plan = try #require(try world.plan("2022-01").first)
    #expect(plan.hidden.map { "\($0.key.cell.text) \($0.mark.id)" } == ["association=adds C", "association=die D"])
    #expect(plan.hidden.allSatisfy { $0.isNew })
    #expect(plan.hidden.map(\.protects) == [[], ["2022-01 beneficiaires annee association=adds"]])
    let marks = try publish(3, 9).filter { $0.value != "F" }
    #expect(marks == Dictionary(uniqueKeysWithValues: plan.hidden.map { ($0.key.cell.text, $0.mark.id) }))
    try world.jobs("adds", "2022-01", "1 cree 0.5", "2 existant 1.0")
    let again = try #require(try world.plan("2022-01").first)
    #expect(again.hidden.count == 2)
    #expect(again.hidden.allSatisfy { !$0.isNew })
  }

  /// A month that has no edition is told in the évolution of a later one; its own edition, made later, shows nothing that was hidden there.
  @Test func whatAnEvolutionHidIsHiddenLater() throws {
    try world.persons("adds", "2022-01", 3)
    for association in ["adds", "die"] { try world.jobs(association, "2022-02", "1 cree 1.0", "2 existant 1.0") }
    try world.persons("adds", "2022-02", 3)
    try world.persons("die", "2022-02", 0)
    try world.publish("2022-02")
    let told = try world.store().disclosureRecords(of: world.edition("2022-02.1")).filter { $0.month == "2022-01" }
    #expect(told.map(\.name).contains("2022-01 beneficiaires annee"))
    #expect(told.first { $0.name == "2022-01 beneficiaires annee" }?.confidentiality == "C")
    #expect(try publish(12, 0, "2022-01")[""] == "D")
  }

  /// Were the other cell shown, the attack would stop it, and name the cell without a number.
  @Test func whatWouldGiveACountAwayIsNotPublished() throws {
    try world.persons("adds", "2022-01", 3)
    try world.persons("die", "2022-01", 9)
    let checked = try readInputs(
      InputsFolder(world.inputs.path), loadDefinitions(InputsFolder(world.inputs.path)), month: Month("2022-01")!,
      timings: Timings())
    let planned = try PlannedEdition(checked, nil, nil, computeAll(checked))
    let secrecy = try Secrecy(planned, computeHistory(checked), nil)
    #expect(secrecy.disclosed.isEmpty)
    let careless = secrecy.upcoming.map { told in
      Publication(
        month: told.month, figures: told.figures, printed: told.printed, hidden: told.hidden.filter { $0.value == .C })
    }
    let found = attack([], upcoming: careless, under: checked.definitions)
    let error = try #require(throws: PublicationRefused.self) { try requireProtected(found, checked.month) }
    #expect(error.exitCode == .data)
    #expect(error.details[0].hasPrefix("2022-01 beneficiaires annee association=adds : connu"))
    #expect(!error.details.joined().contains(" 3"))
  }

  /// An edition of before 0.8 hid the 3 and showed the 9 and the 12: nothing can hide it again, and status says so.
  @Test func whatOlderEditionsGaveAway() throws {
    _ = try publish(3, 9)
    func givenAway() throws -> [Disclosed] {
      try programmeStatus(inputs: InputsFolder(world.inputs.path), reports: world.reports).givenAway
    }
    #expect(try givenAway() == [])
    try world.makeOlder(
      "UPDATE edition SET program = '0.7.0'; UPDATE figure SET confidentiality = 'F' WHERE confidentiality = 'D'")
    let found = try givenAway().filter { $0.key.horizon == .annee }
    #expect(Set(found.map(\.key.cell.text)) == ["association=adds"])
    #expect(found.allSatisfy { $0.lowest == 3 && $0.highest == 3 })
    // It is counted as known: a correction elsewhere is published.
    try world.jobs("die", "2022-01", "1 cree 0.5", "2 existant 1.0")
    #expect(try world.publish("2022-01") != nil)
  }

  @Test func theSameDataChooseTheSame() throws {
    let other = try SmallProgramme(copying: world)
    _ = try publish(3, 9)
    try other.persons("adds", "2022-01", 3)
    try other.persons("die", "2022-01", 9)
    try other.publish("2022-01")
    let hashes = try [world, other].map { try $0.reports.manifest("2022-01.1").files.map(\.sha256) }
    #expect(hashes[0] == hashes[1])
  }
}
