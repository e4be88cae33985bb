import ArgumentParser
import Domain
import Pipeline
import Host

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

  @Option(help: ArgumentHelp("Depuis ce mois : une seule lecture pour toute la série.", valueName: "mois")) var from:
    Month?

  @Option(help: ArgumentHelp("Écrit aussi la table dans ce classeur, qui doit être nouveau.", valueName: "fichier"))
  var xlsx: String?

  func validate() throws {
    if compute, edition != nil { throw ValidationError("--compute ou --edition, pas les deux") }
    if from != nil, edition != nil { throw ValidationError("--from ou --edition, pas les deux") }
    if let from, from > month { throw ValidationError("--from suit le mois demandé") }
  }

  func run() throws {
    let reports = folders.reportsFolder
    let sources =
      try edition.map { [try figures(month, edition: $0, reports: reports)] }
      ?? figures((from ?? month)...month, compute: compute, inputs: { try folders.openInputs() }, reports: reports)
    if sources.contains(where: { $0.edition == nil }) {
      Output.error.write("calculé, non publié\n")
      try sayArriving(folders.openInputs(), upTo: month)
    }
    for source in sources {
      guard let edition = source.edition, let successor = source.successor else { continue }
      Output.error.write("l'édition \(edition) a été remplacée par \(successor)\n")
    }
    if let xlsx {
      if exists(xlsx) { throw UsageError(message: "\(xlsx) existe déjà : choisir un autre nom.") }
      let listing = try Listing(csv: table(sources))
      try writeFiguresBook(listing.header, listing.rows, upTo: month, to: xlsx)
    }
    Output.error.write("usage interne : les petits effectifs ne sont pas masqués\n")
    switch json ? .json : format {
    case .csv: Output.standard.write(table(sources))
    case let format: Output.standard.write(try Listing(csv: table(sources)).text(format))
    }
  }

  /// One table, one header.
  private func table(_ sources: [FiguresSource]) -> [UInt8] {
    sources.enumerated().flatMap { index, source in
      index == 0 ? source.table[...] : source.table.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
    }
  }
}
