/// What the exports say, up to a month: typed rows of the accepted files, and what became of every delivery. Those up to an earlier month
/// are the first of each list, and share its place: a series cuts them anew for each of its months.
package struct Facts: Sendable {
  /// In month order, then association.
  package var jobs: ArraySlice<JobRows>
  /// Every accepted register, in month order, then association.
  package var registers: ArraySlice<PathRows>
  /// In month order, then association.
  package var meetings: ArraySlice<MeetingRows>
  /// One for every (association, kind, month) owed or received, from the programme's start to the month.
  package var deliveries: Deliveries

  package init(
    jobs: ArraySlice<JobRows>, registers: ArraySlice<PathRows>, meetings: ArraySlice<MeetingRows>,
    deliveries: Deliveries
  ) {
    self.jobs = jobs
    self.registers = registers
    self.meetings = meetings
    self.deliveries = deliveries
  }

  /// Before anything was read.
  package static let none = Facts(jobs: [], registers: [], meetings: [], deliveries: [])

  /// What was known of an earlier month.
  package func upTo(_ month: Month) -> Facts {
    Facts(
      jobs: jobs.prefix(upTo: jobs.partitioningIndex { $0.month > month }),
      registers: registers.prefix(upTo: registers.partitioningIndex { $0.month > month }),
      meetings: meetings.prefix(upTo: meetings.partitioningIndex { $0.month > month }),
      deliveries: deliveries.upTo(month))
  }
}
