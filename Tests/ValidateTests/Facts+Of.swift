import Domain

extension Facts {
  /// Rows of one kind alone: what a pass of Validate reads.
  static func of(jobs: [JobRows] = [], registers: [PathRows] = [], meetings: [MeetingRows] = []) -> Facts {
    Facts(jobs: jobs[...], registers: registers[...], meetings: meetings[...], deliveries: [])
  }
}
