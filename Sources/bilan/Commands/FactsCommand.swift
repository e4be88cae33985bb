import ArgumentParser
import Domain
import Host
import Pipeline

struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Les lignes acceptées jusqu'à un mois, en nombres, pour un autre moteur.",
    discussion: """
      Un CSV par table (jobs, paths, meetings, deliveries, memberships) et leur description, datapackage.json : ni nom ni \
      pseudonyme. bilan catalogue --sql est la requête à y poser ; bilan figures --leaves lit son résultat.
      """)

  @Argument(help: ArgumentHelp("Le mois, comme 2022-05.", valueName: "mois")) var month: Month
  @OptionGroup var folders: Folders
  @Option(
    help: ArgumentHelp("Dossier où les écrire, à la place de celles qui y sont.", valueName: "dossier"),
    completion: .directory)
  var to: String
  @Option(
    help: ArgumentHelp("Une autre édition que la dernière, comme 2022-05.1.", valueName: "édition"),
    completion: .editions)
  var edition: String?
  @Flag(help: "Depuis les données telles qu'elles sont, sans lire d'édition.") var compute = false

  func validate() throws {
    if compute, edition != nil { throw ValidationError("--compute ou --edition, pas les deux") }
  }

  func run() throws {
    let reports = folders.reportsFolder
    let written = try ProgressBar.during { progress in
      try writeFacts(
        month, edition: edition, compute: compute, inputs: { try folders.openInputs() }, reports: reports, into: to,
        progress: progress)
    }
    if written.edition == nil { Output.error.say("calculé, non publié\n") }
    if let edition = written.edition, let successor = written.successor {
      Output.error.say("l'édition \(edition) a été remplacée par \(successor)\n")
    }
    Output.error.say("usage interne : une ligne par poste et par personne, à ne pas diffuser\n")
    let done = "les tables sont écrites dans \(to)"
    let lines = written.rows.map { "\(to)/\($0.table.rawValue).csv  \($0.count) ligne\($0.count > 1 ? "s" : "")\n" }
    try Output.standard.write(lines.joined(), done: done)
  }
}
