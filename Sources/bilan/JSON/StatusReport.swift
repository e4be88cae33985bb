import Domain
import Pipeline

/// `bilan status --json`: docs/operations.md says what each field is.
struct StatusReport: Encodable {
  struct Entry: Encodable {
    let month: String
    let edition: String
    let publishedAt: String
    let closed: Bool
    let upToDate: Bool
    let figuresMoved: Int
    /// This version of bilan would make it otherwise.
    let remake: Bool
  }
  struct Late: Encodable {
    let association: String
    let month: String
    let file: String
    let refused: Bool
    let overdue: Bool
    /// A day.
    let due: String
    let daysLate: Int
    let lastReceived: String?
    let lastReceivedOn: String?
  }
  /// What the exit code says.
  let ok: Bool
  /// Of bilan.
  let version: String
  let months: [Entry]
  let neverPublished: [String]
  let late: [Late]
  let lastRun: String?
  let lastOutcome: String?
  let runAgeSeconds: Int?
  let editionAgeSeconds: Int?
  let tooOld: Bool
  let unsettled: [String]
  let damaged: [String]
  /// Hidden cells that editions of before 0.8 give away: `2022-05 sorties annee : connu exactement`.
  let givenAway: [String]
  /// A time.
  let lastPurge: String?
  /// Editions that cannot be computed again.
  let purged: [String]
  /// Archives that `bilan purge` would remove.
  let pastRetention: Int

  init(_ status: ProgrammeStatus, _ tooOld: TooOld) {
    version = bilanVersion
    ok = !tooOld.run && !tooOld.edition && status.damaged.isEmpty
    months = status.months.map {
      Entry(
        month: $0.month.description, edition: $0.edition.name, publishedAt: $0.edition.publishedAt, closed: $0.isClosed,
        upToDate: $0.isUpToDate, figuresMoved: $0.moved, remake: $0.remake != nil)
    }
    neverPublished = status.neverPublished.map(\.description)
    late = status.late.map {
      Late(
        association: $0.association, month: $0.month.description, file: $0.file, refused: $0.isRefused,
        overdue: $0.isOverdue, due: $0.due.description, daysLate: $0.daysLate, lastReceived: $0.lastReceived?.file,
        lastReceivedOn: $0.lastReceived?.day?.description)
    }
    lastRun = status.lastRun?.at
    lastOutcome = status.lastRun?.outcome.rawValue
    runAgeSeconds = status.runAge
    editionAgeSeconds = status.editionAge
    self.tooOld = tooOld.run || tooOld.edition
    unsettled = status.unsettled
    damaged = status.damaged
    givenAway = status.givenAway.map(\.french)
    lastPurge = status.retention.lastPurge?.at
    purged = status.retention.purged
    pastRetention = status.retention.past
  }
}

extension Listing {
  init(_ status: ProgrammeStatus) {
    header = ["month", "edition", "published_at", "closed", "up_to_date", "figures_moved"]
    rows = status.months.map {
      [
        $0.month.description, $0.edition.name, $0.edition.publishedAt, $0.isClosed ? "oui" : "non",
        $0.isUpToDate ? "oui" : "non", String($0.moved),
      ]
    }
  }
}
