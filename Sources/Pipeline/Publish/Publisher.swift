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
}
