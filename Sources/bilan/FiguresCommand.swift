import ArgumentParser
import Domain
import Pipeline
import System

struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Toutes les données chiffrées d'un mois, petits effectifs compris (usage interne).")

  @Argument(help: "Le mois, comme 2022-05.") var month: Month
  @OptionGroup var folders: Folders
  @Option(help: "csv, json ou table.") var format = ListingFormat.csv
  @Flag(help: "Comme --format json.") var json = false
  @Option(help: ArgumentHelp("Une autre édition que la dernière, comme 2022-05.1.", valueName: "édition")) var edition:
    String?
  @Flag(help: "Recalculer depuis les données, sans lire d'édition.") var compute = false

  func validate() throws {
    if compute, edition != nil { throw ValidationError("--compute ou --edition, pas les deux") }
  }

  func run() throws {
    let source = try figures(
      month, edition: edition, compute: compute, inputs: { try folders.openInputs() }, reports: folders.reportsFolder)
    if source.edition == nil { Output.error.write("calculé, non publié\n") }
    if let edition = source.edition, let successor = source.successor {
      Output.error.write("l'édition \(edition) a été remplacée par \(successor)\n")
    }
    Output.error.write("usage interne : les petits effectifs ne sont pas masqués\n")
    switch json ? .json : format {
    case .csv: Output.standard.write(source.table)
    case let format: Output.standard.write(try Listing(csv: source.table).text(format))
    }
  }
}
