import ArgumentParser
import Domain
import Pipeline
import Host

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Deux éditions d'un mois : quels chiffres ont bougé, et pourquoi (usage interne).",
    discussion: "Sans éditions : les deux dernières. Une édition se nomme 1, 2… ou 2022-05.1.")

  @Argument(help: "Le mois, comme 2022-05.") var month: Month
  @Argument(help: "Deux éditions.") var editions: [String] = []
  @OptionGroup var folders: Folders
  @Flag(help: "Montrer aussi les chiffres qui ne sont dans aucun rapport.") var all = false
  @Option(help: "table, csv ou json.") var format = ListingFormat.table
  @Flag(help: "Comme --format json.") var json = false

  func validate() throws {
    guard editions.isEmpty || editions.count == 2 else { throw ValidationError("deux éditions, ou aucune") }
  }

  func run() throws {
    let diff = try diffEditions(month, editions.first, editions.last, reports: folders.reportsFolder)
    Output.error.write("usage interne : les petits effectifs ne sont pas masqués\n")
    switch json ? .json : format {
    case .table:
      Output.standard.write(
        "\(month.french) : de l'édition \(diff.old) à \(diff.new) (révision \(diff.comparison.materiality.rawValue))\n"
          + describe(diff.comparison, diff.definitions, isComplete: all))
    case .csv: Output.standard.write(try Listing([(month, diff.comparison, diff.definitions)]).text(.csv))
    case .json: Output.standard.write(try bilan.json(DiffReport(diff)))
    }
  }
}

/// `bilan diff --json`.
struct DiffReport: Encodable {
  let month: String
  let old: String
  let new: String
  let comparison: ComparisonReport

  init(_ diff: Diff) {
    month = diff.comparison.month.description
    old = diff.old
    new = diff.new
    comparison = ComparisonReport(diff.comparison, diff.definitions)
  }
}
