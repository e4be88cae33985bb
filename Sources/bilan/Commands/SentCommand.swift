import ArgumentParser
import Domain
import Host
import Pipeline

struct SentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sent", abstract: "Note qu'un rapport a été envoyé à un financeur.",
    discussion: """
      bilan n'envoie rien : il retient. « history », « diff --since-sent » et la liste des mois (reports/index.html) disent
      ensuite ce qui a été envoyé, et ce qui a bougé depuis.
      """)

  @Argument(help: ArgumentHelp("Le mois, comme 2022-05.", valueName: "mois")) var month: Month
  @Argument(help: ArgumentHelp("Le financeur, comme region.", valueName: "financeur"), completion: .funders)
  var funder: String
  @OptionGroup var folders: Folders
  @Option(
    help: ArgumentHelp("L'édition envoyée ; par défaut, celle en cours.", valueName: "édition"), completion: .editions)
  var edition: String?
  @Option(help: ArgumentHelp("Le jour de l'envoi, comme 2022-06-16 ; par défaut, aujourd'hui.", valueName: "jour"))
  var on: Day?
  @Flag(help: "Pour les programmes.") var json = false

  func validate() throws {
    if let on, on > todayInParis() { throw ValidationError("--on : ce jour est à venir") }
  }

  func run() throws {
    let outcome = try noteSending(
      month, to: funder, edition: edition, on: on ?? todayInParis(), reports: folders.reportsFolder)
    let done = "l'envoi est noté"
    if json {
      try Output.standard.write(bilan.json(SendingReport(outcome.sending)), done: done)
    } else {
      try Output.standard.write(describe(outcome), done: done)
    }
  }
}

/// `bilan sent --json`, and in `bilan history --json`.
struct SendingReport: Encodable {
  let edition: String
  let funder: String
  /// A day.
  let on: String

  init(_ sending: Sending) {
    edition = sending.edition
    funder = sending.funder
    on = sending.day.description
  }
}

private func describe(_ outcome: SendingOutcome) -> String {
  let sending = outcome.sending
  let text = "édition \(sending.edition) envoyée à \(sending.funder) le \(sending.day.french)"
  let hint = sending.edition == outcome.current ? "" : " ; l'édition en cours est \(outcome.current)"
  return (outcome.isNew ? "Noté : " : "Déjà noté : ") + text + hint + ".\n"
}

extension Day: ExpressibleByArgument {
  /// `2022-06-16` or `16/06/2022`.
  package init?(argument: String) {
    let parts = argument.split { "-/.".contains($0) }.map(String.init)
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    let isISO = parts[0].count == 4
    self.init(
      checking: isISO ? numbers[0] : numbers[2], month: numbers[1], day: isISO ? numbers[2] : numbers[0])
  }
}
