import Domain

/// Meetings of some files as measures look at them: of all reports together, and of each association's own.
struct MeetingTables {
  private let all: HeldMeetings
  private let own: [HeldMeetings]

  init(_ files: [MeetingRows], _ programme: Programme) {
    all = HeldMeetings(files, programme)
    own = Set(files.map(\.association)).sorted().map { HeldMeetings(files, programme, association: $0) }
  }

  func tables(for breakdown: Breakdown) -> [HeldMeetings] {
    breakdown.dimensions.contains(.association) ? own : [all]
  }
}
