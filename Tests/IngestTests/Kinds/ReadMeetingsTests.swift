import Domain
import Testing

@testable import Ingest

struct ReadMeetingsTests {
  private func read(_ row: String, header: String = Exports.headers[.reunions]!) throws -> ReadFile {
    try Sample.read(.reunions, header + "\n" + row)
  }

  @Test("every column is read as its type") func everyColumn() throws {
    let rows = "12/05/2022;Groupe de travail;Mobilité;Planifiée;ADDS|les afeji;12;3\n31/05/2022;ca;alimentation;;;;"
    let meetings = try #require(try Sample.read(.reunions, Exports.headers[.reunions]! + "\n" + rows).meetings)
    #expect(
      meetings.rows == [
        MeetingRow(
          line: 2, day: Day(year: 2022, month: 5, day: 12), instance: 1, axis: 1, state: .planifiee, members: [0, 1],
          participants: 12, partners: 3),
        // The axis of an instance that has none is read, and tells nothing apart.
        MeetingRow(
          line: 3, day: Day(year: 2022, month: 5, day: 31), instance: 0, axis: nil, state: .tenue, members: nil,
          participants: nil, partners: nil),
      ])
  }

  @Test("a wrong axis refuses the row, even where none is asked for") func wrongAxis() throws {
    #expect(try read("12/05/2022;ca;lune;;;;").faults.first == "unknown-code row 2/2 C axe")
  }

  @Test("optional columns may be absent, but an instance may ask for an axis") func absent() throws {
    #expect(try read("12/05/2022;ca", header: "date;instance").meetings?.rows.count == 1)
    #expect(try read("12/05/2022;g2t", header: "date;instance").faults.first == "missing-value row 2/2 - axe")
  }

  @Test(
    "members, by id, label or alias, between bars, commas, slashes, semicolons or line breaks; or all",
    arguments: [
      ("ADDS / AFEJI", [0, 1]), ("\"adds;afeji\"", [0, 1]), ("\"adds\nafeji\"", [0, 1]), ("Tous", [0, 1]),
      ("tous | adds", [0, 1]), ("\"adds; /afeji\"", [0, 1]), ("NC", nil), ("-", nil),
      ("adds", [0]), ("adds|afeji", [0, 1]), ("ADDS , les AFEJI", [0, 1]), ("afeji,adds|afeji", [0, 1]),
      ("adds||", [0]), ("|,", nil), (" ", nil),
    ] as [(String, Set<Int>?)])
  func members(_ text: String, _ expected: Set<Int>?) throws {
    let file = try read("12/05/2022;ca;;;\(text);;")
    #expect(file.meetings?.rows.first?.members == expected && file.faults.isEmpty)
  }

  @Test("a member present that is none that month is left out with a warning; a list of none but such is none")
  func notYetMembers() throws {
    let some = try read("12/05/2022;ca;;;adds|die;;")
    #expect(some.meetings?.rows.first?.members == [0] && some.faults == ["not-a-member-present warning 2/2 E membres"])
    let none = try read("12/05/2022;ca;;;die;;")
    #expect(
      none.rowsKept == 1 && none.meetings?.rows.first?.members == nil
        && none.faults == ["not-a-member-present warning 2/2 E membres"])
    let later = try Sample.read(
      .reunions, Exports.headers[.reunions]! + "\n12/06/2022;ca;;;die;;", month: Month(year: 2022, number: 6))
    #expect(later.meetings?.rows.first?.members == [2] && later.findings.isEmpty)
  }

  @Test("one unknown member refuses the row") func unknownMember() throws {
    #expect(try read("12/05/2022;ca;;;adds|inconnu;;").faults.first == "unknown-code row 2/2 E membres")
    #expect(try read("12/05/2022;ca;;;adds afeji;;").faults.first == "unknown-code row 2/2 E membres")
  }

  @Test("a label with a comma in it is one member") func commaInLabel() throws {
    var association = Sample.association()
    association.label = "Arts, culture & lien"
    let text = Exports.headers[.reunions]! + "\n12/05/2022;ca;;;Arts, culture & lien;;"
    #expect(try Sample.read(.reunions, text, with: Sample.reader(association)).meetings?.rows.first?.members == [0])
  }
}
