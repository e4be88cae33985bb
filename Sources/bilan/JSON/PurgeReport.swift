import Pipeline

/// `bilan purge --json`.
struct PurgeReport: Encodable {
  struct Entry: Encodable {
    let archive: String
    let files: [String]
    let editions: [String]
    let bytes: Int
  }
  let done: Bool
  let months: Int
  let monthsOfEvidence: Int
  let archives: [Entry]
  let leftovers: [String]
  let kept: Int
  let editions: [String]

  init(_ purge: Purge) {
    done = purge.isDone
    months = purge.months
    monthsOfEvidence = purge.ofEvidence
    archives = purge.entries.map {
      Entry(archive: $0.archive, files: $0.files, editions: $0.editions, bytes: $0.bytes)
    }
    leftovers = purge.leftovers
    kept = purge.kept
    editions = purge.editions
  }
}
