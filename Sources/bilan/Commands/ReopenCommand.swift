import ArgumentParser
import Domain
import Pipeline

struct ReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Rouvre un mois clos, avec un motif qui reste au registre.")

  @Argument(help: ArgumentHelp("Le mois, comme 2022-05.", valueName: "mois")) var month: Month
  @OptionGroup var folders: Folders
  @Option(help: ArgumentHelp("Pourquoi ; obligatoire.", valueName: "texte")) var reason: String
  @Flag(help: "Pour les programmes.") var json = false

  func validate() throws {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--reason : dire pourquoi") }
  }

  func run() throws {
    let outcome = try closeMonth(month, isClosed: false, reason: reason, reports: folders.reportsFolder)
    try outcome.tell(json: json)
  }
}
