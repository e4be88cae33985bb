import ArgumentParser
import Domain
import Pipeline
import Host

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Lit et contrôle les données sans rien publier.",
    discussion: """
      Les constats du mois et des registres en usage ; des mois antérieurs, une ligne par fichier (--all : tout). Code 65 si
      un fichier dû pour le mois est refusé.
      """)

  @Argument(help: ArgumentHelp("Le mois, comme 2022-05 ; sans mois : le dernier mois entier.", valueName: "mois"))
  var month: Month?
  @OptionGroup var folders: Folders
  @Option(
    help: ArgumentHelp("Écrit aussi les lettres aux associations dans ce dossier.", valueName: "dossier"),
    completion: .directory)
  var letters: String?
  @Flag(help: "Montrer aussi tous les constats des mois antérieurs.") var all = false
  @Option(help: "table, csv ou json.") var format = ListingFormat.table
  @Flag(help: "Comme --format json.") var json = false

  func run() throws {
    let inputs = try folders.openInputs()
    let checked = try ProgressBar.during {
      // A letter says what was understood of the rows.
      try readInputs(
        inputs, month: month ?? lastWholeMonth(), rows: letters == nil ? .checked : .kept, timings: Timings($0))
    }
    try sayArriving(inputs, upTo: checked.month)
    // Before anything is said: a reader that has had enough takes no letter away.
    if let letters { try writeLetters(checked, inputs: inputs, into: letters) }
    let done = letters.map { "les lettres sont écrites dans \($0)" }
    switch json ? .json : format {
    case .table: try Output.standard.write(describe(checked, isComplete: all), done: done)
    case .csv: try Listing(findings: checked.findings).write(as: .csv, done: done)
    case .json: try Output.standard.write(bilan.json(CheckReport(checked)), done: done)
    }
    let current = checked.facts.deliveries.of(checked.month)
    if current.contains(where: { $0.isOwed && $0.outcome == .refused }) { throw ExitCode(.data) }
  }
}
