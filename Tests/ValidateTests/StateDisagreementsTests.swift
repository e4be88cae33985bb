import Domain
import Testing

@testable import Validate

struct StateDisagreementsTests {
  private func report(_ states: (Int, Int?, MeetingState)..., association: Int) -> MeetingRows {
    var rows = MeetingRows(association: association, month: Sample.start, file: "\(association).csv")
    for (line, (day, axis, state)) in states.enumerated() {
      rows.rows.append(
        MeetingRow(
          line: line + 2, day: Day(number: Int32(day)), instance: 0, axis: axis, state: state, members: nil,
          participants: nil, partners: nil))
    }
    return rows
  }
  private func found(_ reports: MeetingRows...) -> [String] {
    validate(Facts.of(meetings: reports), staff: [], under: Sample.definitions()).map {
      "\($0.code) \($0.association!) \($0.line!)"
    }
    .sorted()
  }

  @Test("held if one says so, with a warning at each that says something else") func held() {
    #expect(
      found(
        report((1, nil, .tenue), (2, nil, .tenue), association: 0),
        report((1, nil, .annulee), (1, nil, .planifiee), association: 1))
        == ["state-disagreement afeji 2", "state-disagreement afeji 3"])
  }

  @Test("within one file too") func oneFile() {
    #expect(found(report((1, nil, .planifiee), (1, nil, .tenue), association: 0)) == ["state-disagreement adds 2"])
  }

  @Test("where none says held, planned against cancelled") func cancelled() {
    #expect(
      found(report((1, nil, .annulee), association: 0), report((1, nil, .planifiee), association: 1)) == [
        "state-disagreement afeji 2"
      ])
  }

  @Test("other days and other axes are other meetings") func others() {
    #expect(
      found(report((1, 0, .tenue), association: 0), report((1, 1, .annulee), (2, 0, .planifiee), association: 1))
        .isEmpty)
    #expect(found(report((1, 0, .tenue), association: 0), report((1, 0, .tenue), association: 1)).isEmpty)
  }
}
