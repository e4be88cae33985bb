import Domain
import Foundation
import Testing

@testable import Pipeline

/// What reports show over time: at most 13 months, not before the programme; what other months' editions said of them.
@Suite struct ComputeHistoryTests {
  /// From January 2022 on ADDS has one job more each month, of 1 FTE; DIE sends a header.
  private func months(_ count: Int) throws -> (SmallProgramme, [String]) {
    let small = try SmallProgramme()
    let months = (0..<count).map { Month("2022-01")!.advanced(by: $0).description }
    for (index, month) in months.enumerated() {
      try small.write(
        "exports/adds/etp-\(month).csv",
        "mois;poste_id;salarie_id;axe;contrat;statut;etp\n"
          + (0...index).map { "\(month);P\($0);S\($0);mobilite;cdi;existant;1\n" }.joined())
      try small.jobs("die", month)
      try small.persons("adds", month, 3 + index)
    }
    return (small, months)
  }

  @Test(arguments: [(1, 1), (12, 12), (13, 13), (14, 13)]) func thirteenMonths(published: Int, shown: Int) throws {
    let (small, months) = try months(published)
    let checked = try readInputs(
      InputsFolder(small.inputs.path), month: Month(months[published - 1])!, timings: Timings())
    let history = try computeHistory(checked)
    #expect(history.map(\.month.description) == Array(months.suffix(shown)))
    #expect(
      history.map { $0["etp_total", .mois]?.value } == (published - shown + 1...published).map { Rational($0) })
    // Key figures alone, and no breakdowns.
    #expect(history[0]["part_cdi", .mois] == nil)
    #expect(history[0]["etp_total", .mois, Cell([Cell.Member(.axe, "mobilite")])] == nil)
  }

  /// April had 6 persons, May 7; 3 and 4 in January and February were hidden, and are when the year is corrected to 20.
  @Test func whatOtherMonthsSaid() throws {
    let (small, _) = try months(5)
    // The month's own number is what this report prints: of what nobody prints nothing need stay hidden.
    try small.edit(
      "funders/region.yaml", "etp_total, beneficiaires,", "etp_total, {indicator: beneficiaires, horizon: mois},")
    try small.run("2022-01", to: "2022-05")
    try small.persons("adds", "2022-01", 20)
    try small.edit("exports/adds/etp-2022-02.csv", "P0;S0;mobilite;cdi;existant;1", "P0;S0;mobilite;cdi;existant;0,5")
    try small.publish("2022-05")
    let manifest = try small.reports.manifest("2022-05.2")
    #expect(manifest.keptHidden == ["2022-01 beneficiaires mois"])
    #expect(manifest.publishedOtherwise == ["2022-01 beneficiaires annee", "2022-02 etp_total mois"])
    // Made again from what the manifest says.
    let verification = try small.verify("2022-05.2")
    #expect(verification.discrepancies.isEmpty && verification.bytes == .same)
    let remade = try remakeSource(small.edition("2022-05.2"), small.store())
    #expect(remade.release.history.map { $0["beneficiaires", .mois]?.isHidden } == [true, true, false, false, false])
    // In its own month the cell stays hidden, although twenty persons would be shown.
    try small.publish("2022-01")
    let january = try remakeSource(small.edition("2022-01.2"), small.store())
    #expect(january.figures["beneficiaires", .mois]?.value == Rational(20))
    #expect(january.release.figures["beneficiaires", .mois]?.isHidden == true)
    #expect(january.release.revisions.first { $0.key.indicator == "beneficiaires" }?.old == .hidden)
    #expect(
      try !small.file("2022-01/financeurs/region-2022-01.csv").contains(
        "beneficiaires;Bénéficiaires;2022-01;mois;;;;;;;20"))
  }

  /// A series that nobody published yet: each month is planned from its own exports, the last from all.
  @Test func aSeries() throws {
    let (small, _) = try months(3)
    let plans = try small.plan("2022-01", to: "2022-03")
    #expect(plans.map(\.next) == ["2022-01.1", "2022-02.1", "2022-03.1"] && plans.allSatisfy { $0.refusals.isEmpty })
    try small.run("2022-01", to: "2022-03")
    let store = try small.store()
    let etp = try ["2022-01.1", "2022-02.1", "2022-03.1"].map {
      try store.figures(of: small.edition($0))["etp_total", .mois]?.value
    }
    #expect(etp == [Rational(1), Rational(2), Rational(3)])
    #expect(try small.plan("2022-01", to: "2022-03").allSatisfy { $0.next == nil })
    // Before the programme there is nothing; a series begins with its start.
    #expect(try small.plan("2021-10", to: "2022-01").map(\.month.description) == ["2022-01"])
    #expect(throws: MonthOutside.self) { try small.plan("2021-10", to: "2021-12") }
  }

  /// Later published months that the inputs no longer give are planned too, and told by a run.
  @Test func laterMonths() throws {
    let (small, _) = try months(3)
    try small.run("2022-01", to: "2022-03")
    try small.edit("exports/adds/etp-2022-01.csv", "existant;1", "cree;1")
    let plans = try small.plan("2022-01")
    // Created in January: in the cumulated figures of the later months too.
    #expect(plans.map(\.month.description) == ["2022-01", "2022-02", "2022-03"])
    #expect(plans.allSatisfy { $0.comparison?.revisions.contains { $0.key.indicator == "emplois_crees" } == true })
    var notices: [RunNotice] = []
    var request = RunRequest()
    request.last = Month("2022-01")
    try runMonths(
      request, inputs: InputsFolder(small.inputs.path), reports: small.reports, timings: Timings(),
      say: { notices.append($0) }, done: { _, _ in })
    #expect(notices == [.others([Month("2022-02")!, Month("2022-03")!])])
    let status = try programmeStatus(inputs: InputsFolder(small.inputs.path), reports: small.reports)
    #expect(status.stale.map(\.month.description) == ["2022-02", "2022-03"])
    #expect(status.months.map(\.edition.name) == ["2022-01.2", "2022-02.1", "2022-03.1"])
  }
}
