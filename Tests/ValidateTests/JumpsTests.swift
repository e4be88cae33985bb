import Domain
import Testing

@testable import Validate

struct JumpsTests {
  private func found(_ facts: Facts, explained: [Acknowledged.Explained] = []) -> [Finding] {
    let definitions = Sample.definitions(explained: explained)
    // In whatever order associations end.
    let staff = facts.jobs.shuffled().map { StaffMonth($0, definitions.reference) }
    return validate(facts, staff: staff, under: definitions)
  }
  private func staff(_ count: Int, _ fte: Int32 = 10_000) -> [Int32] { Array(repeating: fte, count: count) }

  @Test("FTE that jump are a warning with what is usual", arguments: [(12, true), (11, false), (8, true), (9, false)])
  func fullTimeEquivalent(_ staffInJune: Int, _ isFound: Bool) {
    let facts = Facts.of(
      jobs: (0..<5).map { Sample.jobs($0, fte: staff(5, 20_000)) } + [
        Sample.jobs(5, fte: staff(staffInJune) + staff(0))
      ])
    let warnings = found(facts).filter { $0.code == "plausibility-fte" }
    #expect(warnings.count == (isFound ? 1 : 0))
    if isFound {
      let side = staffInJune > 10 ? "au-dessus" : "au-dessous"
      #expect(warnings[0].rule == "\(staffInJune) ETP ce mois, \(side) de l'habitude : 8,5 à 11,5 ETP")
      #expect(warnings[0].severity == .warning && warnings[0].association == "adds" && warnings[0].kind == .etp)
      #expect(warnings[0].month == Sample.month(5) && warnings[0].file == "etp-2021-06.csv" && warnings[0].line == nil)
      #expect(warnings[0].remedy.contains("acknowledged.yaml"))
    }
  }

  @Test("four earlier months at least, and one's own", arguments: [3, 4, 5])
  func past(_ months: Int) {
    let own = (0..<months).map { Sample.jobs($0, fte: staff(5)) } + [Sample.jobs(months, fte: staff(30))]
    let others = (0..<10).map { Sample.jobs($0, fte: staff(30), association: 1) }
    let codes = found(Facts.of(jobs: own + others)).map(\.code)
    #expect(codes == (months < 4 ? [] : ["plausibility-fte", "plausibility-headcount"]))
  }

  @Test("planned jobs and jobs that are gone are not staff", arguments: [JobStatus.en_cours, .supprime])
  func planned(_ status: JobStatus) {
    let facts = Facts.of(
      jobs: (0..<5).map { Sample.jobs($0, fte: staff(5)) } + [Sample.jobs(5, fte: staff(50), status: status)])
    // None is left: that is a jump down.
    #expect(found(facts).map(\.code) == ["plausibility-fte", "plausibility-headcount"])
    #expect(found(facts)[0].rule.hasPrefix("0 ETP ce mois, au-dessous"))
  }

  @Test("FTE from hours count like declared ones") func fromHours() {
    let month = { (index: Int) in Sample.jobs(index, fte: [-1, -1], hours: [1_516_667, 1_516_667]) }
    let declared = Sample.jobs(5, fte: [10_000, 10_000])
    #expect(found(Facts.of(jobs: (0..<5).map(month) + [declared])).filter { $0.code == "plausibility-fte" }.isEmpty)
    #expect(StaffMonth(month(0), Sample.definitions().reference).fullTimeEquivalent == 20_000)
  }

  @Test("a tiny association does not cry wolf", arguments: [(1, 2), (2, 3), (2, 1), (1, 0), (3, 4)])
  func tiny(_ before: Int, _ after: Int) {
    #expect(
      found(Facts.of(jobs: (0..<6).map { Sample.jobs($0, fte: staff(before)) } + [Sample.jobs(6, fte: staff(after))]))
        .isEmpty)
  }

  @Test("hours that jump; a month without any is unknown, and no zero") func hours() {
    let paid = { (index: Int, hours: Int64) in
      Sample.jobs(index, fte: self.staff(4), hours: Array(repeating: hours * 10_000, count: 4))
    }
    let usual = (0..<5).map { paid($0, 150) }
    #expect(
      found(Facts.of(jobs: usual + [paid(5, 1500)])).map(\.rule) == [
        "6000 heures ce mois, au-dessus de l'habitude : 372 à 828 heures"
      ])
    #expect(found(Facts.of(jobs: usual + [Sample.jobs(5, fte: staff(4))])).isEmpty)
    // Nor does it stand in the past of the next.
    #expect(found(Facts.of(jobs: (0..<5).map { Sample.jobs($0, fte: staff(4)) } + [paid(5, 150)])).isEmpty)
  }

  @Test("a headcount is never given, nor bounds that give it away") func headcount() {
    for usual in 0...14 {
      let before = (0..<6).map { Sample.jobs($0, fte: staff(usual, 100)) }
      let warnings = found(Facts.of(jobs: before + [Sample.jobs(6, fte: staff(43, 10))]))
      #expect(warnings.map(\.code) == ["plausibility-headcount"])
      #expect(warnings[0].rule == "l'effectif du mois est au-dessus de l'habitude de l'association")
    }
  }

  @Test("meetings held are counted, each once; planned ones are not") func meetings() {
    let usual = (0..<5).map { Sample.meetings($0, held: 1) }
    #expect(found(Facts.of(meetings: usual + [Sample.meetings(5, held: 4)])).isEmpty)
    #expect(found(Facts.of(meetings: usual + [Sample.meetings(5, held: 1, planned: 20)])).isEmpty)
    var twice = Sample.meetings(5, held: 4)
    twice.rows += twice.rows
    #expect(found(Facts.of(meetings: usual + [twice])).isEmpty)
    let warnings = found(Facts.of(meetings: usual + [Sample.meetings(5, held: 5)]))
    #expect(warnings.map(\.rule) == ["5 réunions tenues ce mois, au-dessus de l'habitude : 0 à 4 réunions"])
    #expect(warnings[0].code == "plausibility-meetings" && warnings[0].kind == .reunions)
  }

  @Test("what is explained is not said, and nothing else is silenced") func explained() {
    let facts = Facts.of(jobs: (0..<5).map { Sample.jobs($0, fte: staff(5)) } + [Sample.jobs(5, fte: staff(30))])
    func explain(_ association: String, _ kind: ExportKind, _ month: Int, _ code: String) -> Acknowledged.Explained {
      .init(association: association, kind: kind, month: Sample.month(month), code: code, reason: "ouverture")
    }
    #expect(
      found(facts, explained: [explain("adds", .etp, 5, "plausibility-fte")]).map(\.code) == ["plausibility-headcount"])
    let others = [
      explain("afeji", .etp, 5, "plausibility-fte"), explain("adds", .reunions, 5, "plausibility-fte"),
      explain("adds", .etp, 4, "plausibility-fte"),
      explain("adds", .etp, 5, "plausibility-hours"),
    ]
    #expect(found(facts, explained: others).map(\.code) == ["plausibility-fte", "plausibility-headcount"])
  }
}
