/// What a run holds while it lasts: the lock is held as long as this is used.
struct Publisher {
  let inputs: InputsFolder
  let store: EditionStore
  let archiver: ExportArchiver
  let keyId: String
  let request: RunRequest
  let timings: Timings
}
