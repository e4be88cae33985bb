import Domain
import Testing

@testable import Query

/// Rows as whole numbers: what depends on definitions is settled, what is blank is empty or 0, nobody is named.
@Suite struct ProgrammeFactsTests {
  private let month: Month
  private let programme: Programme
  private let reference: Reference

  init() throws {
    month = try #require(Month("2022-02"))
    let start = try #require(Month("2022-01"))
    let commune = try #require(CommuneCode("62427"))
    let label = Label(fr: "L", en: "L")
    var member = Association(id: "une", label: "Une", commune: commune, memberFrom: start.advanced(by: -5))
    member.memberUntil = month.advanced(by: 9)
    let late = Association(id: "deux", label: "Deux", commune: commune, memberFrom: month.advanced(by: 1))
    programme = Programme(
      id: "p", label: label, start: start,
      territory: Territory(id: "t", label: label, communes: []), axes: [Axis(id: "a", label: label)],
      instances: [Instance(id: "ca", label: label, trackedFrom: start), Instance(id: "g2t", label: label)],
      associations: [member, late])
    let hours = Reference.FullTimeHours(
      scheme: nil, validFrom: start.firstDay, annual: Quantity(1607), counted: .worked, source: "")
    reference = Reference(vintages: [], fullTimeHours: [hours])
  }

  private func lines(_ table: FactTable, _ facts: Facts) -> [String] {
    let text = ProgrammeFacts(facts, of: programme, with: reference, upTo: month, number: 9, numbering: 77).text(table)
    return String(decoding: text, as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func everyTableHasItsHeader() {
    for table in FactTable.allCases {
      let text = ProgrammeFacts(.none, of: programme, with: reference, upTo: month, number: 9, numbering: 77).text(
        table)
      let header = table.columns.map(\.name).joined(separator: ",")
      #expect(String(decoding: text, as: UTF8.self).hasPrefix(header + "\n"))
      #expect(Set(table.columns.map(\.name)).count == table.columns.count)
    }
  }

  @Test func jobs() {
    var rows = JobRows(association: 1, month: month, file: "")
    rows.line = [2, 3]
    rows.job = [4, 4]
    rows.employee = [0, 6]
    (rows.axis, rows.contract, rows.status) = ([1, 0], [1, 2], [2, 1])
    (rows.scheme, rows.sex, rows.commune) = ([0, 1], [0, 3], [CommuneCode.elsewhere.packed, 5])
    (rows.fullTimeEquivalent, rows.hours) = ([8000, -1], [-1, 1_516_700])
    (rows.start, rows.end) = ([Int32.min, month.lastDay.number], [Int32.min, Int32.min])
    let facts = Facts(jobs: [rows], registers: [], meetings: [], deliveries: [])
    #expect(
      lines(.jobs, facts) == [
        "9,2,24265,8589934596,0,1,4294967295,0,1,2,0,0,8000,,,,16070000",
        "9,2,24265,8589934596,8589934598,0,5,1,2,1,1,3,,1516700,20220228,,",
      ])
  }

  /// Of tracked bodies alone; a list without a member is a list.
  @Test func meetings() {
    func row(_ instance: Int, _ members: Set<Int>?, _ state: MeetingState = .tenue) -> MeetingRow {
      MeetingRow(
        line: 2, day: month.firstDay, instance: instance, axis: nil, state: state, members: members, participants: 4,
        partners: nil)
    }
    var file = MeetingRows(association: 0, month: month, file: "")
    file.rows = [row(0, [0]), row(0, []), row(0, nil, .annulee), row(1, [0])]
    let delivery = Delivery(
      DeliveryID("une", .reunions, month), sha256: "00000000000fabc", outcome: .accepted, rowsKept: 4)
    let facts = Facts(jobs: [], registers: [], meetings: [file], deliveries: [delivery])
    #expect(
      lines(.meetings, facts) == [
        "9,1,24265,1,20220201,1,0,1,1,1,1,4,", "9,1,24265,1,20220201,1,0,1,1,,1,4,",
        "9,1,24265,1,20220201,1,0,0,0,,1,4,",
      ])
    #expect(lines(.deliveries, facts) == ["9,1,24265,3,0,1,0,4,0,15,3"])
  }

  /// From the programme's start to the last month of the facts; a member to come has no month.
  @Test func memberships() {
    #expect(lines(.memberships, .none) == ["9,1,24264,24265,24265,77", "9,2,24266,24263,24265,77"])
  }
}
