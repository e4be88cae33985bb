import CSV
import Domain

/// What one association's exports say.
struct AssociationFacts {
  var jobs: [JobRows] = []
  var registers: [PathRows] = []
  var meetings: [MeetingRows] = []
  var deliveries: [Delivery] = []
  /// Those of each file.
  var findings: [[Finding]] = []
  /// This association's shared keys. Dropped when they are joined.
  var sharedKeys = Interner()
}

/// What is done with an association's rows beside reading them, and who lends a hand.
struct AssociationWork {
  let archiving: Archiving?
  let taker: (any JobsTaker)?
  let crew: Crew
  let load: @Sendable (Export) throws -> LoadedExport
}

/// Its files one after the other. The next one is loaded, and the last one's rows are taken, by somebody else where one is idle.
func readAssociation(
  _ exports: [Export], _ reader: AssociationReader, _ work: AssociationWork
) throws -> AssociationFacts {
  var result = AssociationFacts()
  var ahead: Errand<Result<LoadedExport, any Error>>?
  var taken: Errand<Void>?
  defer { if case .success(.bytes(let buffer, _))? = ahead?.result() { buffer.deallocate() } }
  let pseudonyms = work.archiving.map { Pseudonyms($0, reader) }
  let series = SeriesFiles()
  for (place, export) in exports.enumerated() {
    let loaded = try ahead.map { try $0.result().get() } ?? series.load(export, work.load)
    ahead = nil
    if place + 1 < exports.count, case let next = exports[place + 1], next.series == nil {
      ahead = work.crew.handOver { Result { try work.load(next) } }
    }
    var delivery = Delivery(export.id(in: reader.programme), file: export.file, outcome: .refused)
    switch loaded {
    case .refused(let finding): result.findings.append([finding])
    case .bytes(let buffer, let sha256):
      defer { if export.series == nil { buffer.deallocate() } }
      let file = try readExport(Bytes(buffer), export, reader, opened: series.text(export, Bytes(buffer), reader))
      delivery.tell(of: file, sha256)
      result.findings.append(file.findings)
      guard let rows = file.rows else { break }
      if let archiving = work.archiving, let pseudonyms, archiving.isWanted(export, sha256, file.context) {
        try archiving.keep(export, sha256, file.context, archiveText(rows, reader, pseudonyms))
      }
      if case .jobs(let rows) = rows { take(rows, after: &taken, reader, work) }
      result.add(rows, keepsJobs: work.taker?.keepsRows ?? true, keepsPaths: work.taker?.keepsPaths ?? true)
    }
    result.deliveries.append(delivery)
  }
  taken?.result()
  work.taker?.finish()
  result.sharedKeys = reader.sharedKeys
  return result
}

private func take(
  _ rows: JobRows, after last: inout Errand<Void>?, _ reader: AssociationReader, _ work: AssociationWork
) {
  reader.knownJobs.add(rows.job)
  guard let taker = work.taker else { return }
  last?.result()
  last = work.crew.handOver { taker.take(rows) }
  if last == nil { taker.take(rows) }
}

extension AssociationFacts {
  fileprivate mutating func add(_ rows: ReadFile.Rows, keepsJobs: Bool, keepsPaths: Bool) {
    switch rows {
    case .jobs(let rows): if keepsJobs { jobs.append(rows) }
    case .paths(let rows): registers.append(keepsPaths ? rows : rows.onlyPaths)
    case .meetings(let rows): meetings.append(rows)
    }
  }
}

extension Delivery {
  fileprivate mutating func tell(of file: ReadFile, _ sha256: String) {
    self.sha256 = sha256
    rowsRefused = file.rowsRefused
    context = file.context
    rowsKept = file.rowsKept
    setAside = file.setAside
    if file.rows != nil { outcome = .accepted }
  }
}
