import Domain

/// Feeds the measures that read meetings: the total and the instances from all reports together, an association's cells
/// from its own.
struct MeetingPass {
  let programme: Programme
  private let all: HeldMeetings
  private let own: [HeldMeetings]

  init(_ files: [MeetingRows], _ programme: Programme) {
    self.programme = programme
    all = HeldMeetings(files, programme)
    own = programme.associations.indices.map { HeldMeetings(files, programme, association: $0) }
  }

  func feed(_ leaves: [Leaf]) {
    for leaf in leaves {
      for slice in leaf.slices {
        for meetings in tables(for: slice.breakdown) { feed(leaf, slice, meetings) }
      }
    }
  }

  func tables(for breakdown: Breakdown) -> [HeldMeetings] {
    breakdown.dimensions.contains(.association) ? own : [all]
  }

  private func feed(_ leaf: Leaf, _ slice: Slice, _ meetings: HeldMeetings) {
    for row in meetings.meetings.indices where meetings.meetings[row].day.month >= slice.from {
      recordBlanks(leaf, [slice], unit: nil, meetings, row)
      guard leaf.filter.accepts(meetings, row) else { continue }
      recordOwnColumn(leaf, [slice], meetings, row)
      add(leaf.measure, slice, meetings, row)
    }
  }

  private func add(_ measure: Measure, _ slice: Slice, _ meetings: HeldMeetings, _ row: Int) {
    let meeting = meetings.meetings[row]
    switch measure {
    case .countMeetings: slice.count(UInt64(row + 1), meetings, row)
    case .sumMeetings(let amount):
      guard let value = amount == .participants ? meeting.participants : meeting.partners else { return }
      slice.add(Int64(value) * Quantity.scale, annualHours: 0, association: 0, meetings, row)
    case .attendance:
      guard let members = meeting.members else { return }
      let expected = programme.associations.filter { $0.isMember(in: meeting.day.month) }.count
      slice.add(numerator: members.count, denominator: expected, meetings, row)
    default: break
    }
  }
}
