import ArgumentParser
import Domain
import Host
import Pipeline

struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Clôt un mois publié : une nouvelle édition sera refusée (code 65).")

  @Argument(help: ArgumentHelp("Le mois, comme 2022-05.", valueName: "mois")) var month: Month
  @OptionGroup var folders: Folders
  @Option(help: ArgumentHelp("Pourquoi.", valueName: "texte")) var reason: String?
  @Flag(help: "Pour les programmes.") var json = false

  func run() throws {
    let outcome = try closeMonth(month, isClosed: true, reason: reason, reports: folders.reportsFolder)
    try outcome.tell(json: json)
  }
}

/// `bilan close --json`, `bilan reopen --json`.
struct ClosingReport: Encodable {
  let month: String
  let closed: Bool
  let edition: String
  let changed: Bool

  init(_ outcome: ClosingOutcome) {
    month = outcome.month.description
    closed = outcome.isClosed
    edition = outcome.edition
    changed = outcome.isNew
  }
}

extension ClosingOutcome {
  /// It is done, whether or not anybody hears of it.
  func tell(json: Bool) throws {
    let done = "\(month.french) est \(isClosed ? "clos" : "ouvert")"
    if json {
      try Output.standard.write(bilan.json(ClosingReport(self)), done: done)
    } else {
      try Output.standard.write(describe(self), done: done)
    }
  }
}

private func describe(_ outcome: ClosingOutcome) -> String {
  let state = outcome.isClosed ? "clos" : "ouvert"
  return outcome.isNew
    ? "\(outcome.month.french) est \(state) (édition \(outcome.edition)).\n"
    : "\(outcome.month.french) était déjà \(state) (édition \(outcome.edition)).\n"
}
