import ArgumentParser
import Domain
import Pipeline
import Host

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Lit et contrôle les données sans rien publier.",
    discussion: "Code 65 si un fichier dû est refusé.")

  @Argument(help: "Le mois, comme 2022-05 ; sans mois : le dernier mois entier.") var month: Month?
  @OptionGroup var folders: Folders
  @Option(help: ArgumentHelp("Écrit aussi les lettres aux associations dans ce dossier.", valueName: "dossier"))
  var letters: String?
  @Option(help: "table, csv ou json.") var format = ListingFormat.table
  @Flag(help: "Comme --format json.") var json = false

  func run() throws {
    let inputs = try folders.openInputs()
    let checked = try readInputs(inputs, month: month ?? lastWholeMonth(), timings: Timings())
    try sayArriving(inputs, upTo: checked.month)
    switch json ? .json : format {
    case .table: Output.standard.write(describe(checked))
    case .csv: Output.standard.write(try Listing(findings: checked.findings).text(.csv))
    case .json: Output.standard.write(try bilan.json(CheckReport(checked)))
    }
    if let letters { try writeLetters(checked, inputs: inputs, into: letters) }
    if checked.facts.deliveries.contains(where: { $0.isOwed && $0.outcome == .refused }) { throw ExitCode(.data) }
  }
}
