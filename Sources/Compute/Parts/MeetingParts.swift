import Domain

/// Adds up what one month's meetings give every measure that reads them: the total and the instances from all reports
/// together, an association's cells from its own.
struct MeetingParts {
  private let asked: [AskedLeaf]
  private let programme: Programme
  private(set) var parts: MonthlyParts

  init(_ computation: Computation) {
    asked = computation.asked.filter { $0.leaf.measure.kind == .reunions }
    programme = computation.programme
    parts = computation.noParts
  }

  /// Every file of one month. A meeting lies in the month of its file, so no other month reports it.
  mutating func read(_ files: [MeetingRows], of month: Month) {
    guard !asked.isEmpty else { return }
    let tables = MeetingTables(files, programme)
    for leaf in asked {
      for asked in leaf.slices(reaching: month) {
        let slice = Slice(asked.breakdown)
        for meetings in tables.tables(for: asked.breakdown) { feed(leaf.leaf, slice, meetings) }
        parts.add(slice.subtotal(leaf.leaf), to: asked.series, month)
      }
    }
  }

  private func feed(_ leaf: Leaf, _ slice: Slice, _ meetings: HeldMeetings) {
    for row in meetings.meetings.indices {
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
