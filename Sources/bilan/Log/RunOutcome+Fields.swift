import Logging
import Pipeline

extension RunOutcome {
  var event: Journal.Event {
    switch self {
    case .published: .published
    case .unchanged: .unchanged
    case .leftClosed: .closed
    case .waiting: .waiting
    }
  }

  /// Edition and counts: of the files owed for the month, of the figures, of those that moved, of the findings to be mended.
  var fields: Logger.Metadata {
    switch self {
    case .unchanged(let edition), .leftClosed(let edition): return ["edition": "\(edition)"]
    case .waiting(let files, let until): return ["until": "\(until)", "counts": .counts(["missing": files.count])]
    case .published(let published):
      let month = published.edition.month
      let owed = published.checked.facts.deliveries.of(month).filter(\.isOwed)
      return [
        "edition": "\(published.edition)",
        "counts": .counts([
          "owed": owed.count, "accepted": owed.count { $0.outcome == .accepted },
          "refused": owed.count { $0.outcome == .refused }, "missing": owed.count(where: \.isLacking),
          "findings": published.checked.found.of(month).count { $0.severity <= .row && $0.month == month },
          "figures": published.figures.all.count, "changed": published.comparison?.revisions.count ?? 0,
        ]),
      ]
    }
  }
}
