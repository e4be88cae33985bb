import Domain
import Failures
import Host
import Pipeline

/// What a run tells as it goes, on standard output and in the journal. That nobody could be told stops no run, for what it
/// publishes lasts: it is said at the end, beside what was published.
final class RunStory {
  private let isJSON: Bool
  private let isQuiet: Bool
  private let journal: Journal
  private var reports: [OutcomeReport] = []
  private var published: [String] = []
  private var lost: OutputRefused?
  /// How many months came to what, and since when the next one is being looked at.
  private var counts: [String: Int] = [:]
  private var since = Clock.ticks

  init(isJSON: Bool, isQuiet: Bool, _ journal: Journal) {
    self.isJSON = isJSON
    self.isQuiet = isQuiet
    self.journal = journal
  }

  func tell(_ outcome: RunOutcome, _ month: Month, in folder: ReportsFolder) {
    let text = describe(outcome, month, in: folder)
    var fields = outcome.fields
    fields["month"] = "\(month)"
    fields["duration"] = .seconds(since: since)
    journal.note(outcome.event, text.split(separator: "\n").joined(separator: " | "), fields)
    counts[outcome.event.rawValue, default: 0] += 1
    since = Clock.ticks
    if case .published(let edition) = outcome { published.append(edition.edition.description) }
    if isJSON {
      reports.append(OutcomeReport(outcome, month))
    } else if !isQuiet {
      keep { () throws(OutputRefused) in try Output.standard.write(text) }
    }
  }

  /// Throws ``OutputRefused`` where something was not told, with what was done.
  func end() throws {
    if isJSON {
      let text = try json(reports)
      keep { () throws(OutputRefused) in try Output.standard.write(text) }
    }
    keep { () throws(OutputRefused) in try Output.standard.close() }
    journal.end(lost?.after(done), counts: counts)
    journal.close()
    guard let refused = lost ?? journal.refused else { return }
    throw refused.after(done)
  }

  /// What stopped the run is what must be told; that something else was not adds nothing.
  func failed(_ error: any Error) -> RunFailed {
    if isJSON {
      if let refusal = error as? PublicationRefused { reports.append(OutcomeReport(refusal)) }
      if let text = try? json(reports) { try? Output.standard.write(text) }
    }
    let failure = error.asFailure
    journal.end(failure, counts: counts)
    journal.close()
    return RunFailed(failure, published: published, isQuiet: isQuiet)
  }

  private var done: String {
    switch published.count {
    case 0: return "la commande est allée à son terme sans rien publier de nouveau"
    case 1: return "\(published[0]) est publiée"
    default: return "\(published.joined(separator: ", ")) sont publiées"
    }
  }

  /// The first refusal is the one to tell.
  private func keep(_ write: () throws(OutputRefused) -> Void) {
    do { try write() } catch { lost = lost ?? error }
  }
}
