import Domain

/// The first month of each job in each status, learnt file by file in month order: what tells a job created from one that
/// goes on. Grows with the distinct jobs, not with the rows.
struct JobFirsts {
  private let start: Month
  /// By association: the first month of each job in each status, as months since the start plus 1; 0 is never. The job's
  /// statuses stand together.
  private var firsts: [[UInt16]]
  private static let stride = JobStatus.allCases.count + 1

  init(_ programme: Programme) {
    start = programme.start
    firsts = Array(repeating: [], count: programme.associations.count)
  }

  /// Learns the first months of this file's jobs.
  mutating func learn(_ rows: JobRows) {
    let now = now(rows)
    // Taken out and put back, so that it is not copied and not checked at every row.
    var firsts: [UInt16] = []
    swap(&firsts, &self.firsts[rows.association])
    let size = (Int(rows.job.max() ?? 0) + 1) * JobFirsts.stride
    if firsts.count < size { firsts += Array(repeating: 0, count: max(size - firsts.count, firsts.count / 2)) }
    for row in 0..<rows.count {
      let position = Int(rows.job[row]) * JobFirsts.stride + Int(rows.status[row])
      if firsts[position] == 0 { firsts[position] = now }
    }
    swap(&firsts, &self.firsts[rows.association])
  }

  private func now(_ rows: JobRows) -> UInt16 { UInt16(start.distance(to: rows.month) + 1) }

  /// What a measure asks of this file's rows, once the files up to its month were learnt.
  func question(_ measure: Measure, of rows: JobRows) -> JobQuestion {
    JobQuestion(measure, now: now(rows), firsts: firsts[rows.association], stride: JobFirsts.stride)
  }
}
