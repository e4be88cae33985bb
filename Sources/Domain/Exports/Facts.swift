/// What the exports say, up to a month: typed rows of the accepted files, and what became of every delivery.
package struct Facts: Sendable {
  /// In month order, then association.
  package var jobs: [JobRows]
  /// Every accepted register, in month order, then association.
  package var registers: [PathRows]
  package var meetings: [MeetingRows]
  /// One for every (association, kind, month) owed or received, from the programme's start to the month.
  package var deliveries: [Delivery]

  package init(jobs: [JobRows], registers: [PathRows], meetings: [MeetingRows], deliveries: [Delivery]) {
    self.jobs = jobs
    self.registers = registers
    self.meetings = meetings
    self.deliveries = deliveries
  }

  /// Before anything was read.
  package static let none = Facts(jobs: [], registers: [], meetings: [], deliveries: [])
}
