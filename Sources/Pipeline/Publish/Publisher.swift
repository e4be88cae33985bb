/// What publishing the months of a run needs. The lock is not in it: ``OpenRun`` holds it, for as long as the run lasts.
struct Publisher {
  let inputs: InputsFolder
  let store: EditionStore
  let archiver: ExportArchiver
  let keyId: String
  let request: RunRequest
  let timings: Timings
  let records = SeriesRecords()
  let digests = SeriesDigests()
  let history = SharedHistory()

  /// Makes what the ledger and the manifest say of the last month's files and findings: the other months have the first of them.
  func prepare(for last: CheckedMonth) {
    let inputs = archiver.inputs(of: last.facts.deliveries)
    _ = records.records(of: inputs)
    _ = records.lines(of: inputs)
    _ = records.records(of: last.found)
  }
}
