import ArgumentParser
import Domain
import Pipeline
import Host

struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Toutes les données chiffrées d'un mois, petits effectifs compris (usage interne).")

  @Argument(help: ArgumentHelp("Le mois, comme 2022-05.", valueName: "mois")) var month: Month
  @OptionGroup var folders: Folders
  @Option(help: "csv, json ou table.") var format = ListingFormat.csv
  @Flag(help: "Comme --format json.") var json = false
  @Option(
    help: ArgumentHelp("Une autre édition que la dernière, comme 2022-05.1.", valueName: "édition"),
    completion: .editions)
  var edition: String?
  @Flag(help: "Recalculer depuis les données, sans lire d'édition.") var compute = false

  @Option(help: ArgumentHelp("Depuis ce mois : une seule lecture pour toute la série.", valueName: "mois")) var from:
    Month?

  @Option(help: ArgumentHelp("Cet indicateur seul ; répétable.", valueName: "id"), completion: .indicators)
  var indicator: [String] = []
  @Flag(help: "Les mois en colonnes : les valeurs seules.") var wide = false

  @Option(
    help: ArgumentHelp("Écrit aussi la table dans ce classeur, qui doit être nouveau.", valueName: "fichier"),
    completion: .file())
  var xlsx: String?

  @Option(
    help: ArgumentHelp("Depuis le résultat de bilan catalogue --sql sur un autre moteur.", valueName: "fichier"),
    completion: .file())
  var leaves: String?

  func validate() throws {
    if compute, edition != nil { throw ValidationError("--compute ou --edition, pas les deux") }
    if from != nil, edition != nil { throw ValidationError("--from ou --edition, pas les deux") }
    if let from, from > month { throw ValidationError("--from suit le mois demandé") }
  }

  func run() throws {
    let reports = folders.reportsFolder
    var inputs: InputsFolder?
    let sources = try asked(reports, &inputs)
    if sources.contains(where: { $0.edition == nil }) {
      Output.error.say(leaves == nil ? "calculé, non publié\n" : "calculé par un autre moteur, non publié\n")
      if leaves == nil { try sayArriving(folders.openInputs(once: &inputs), upTo: month) }
    }
    for source in sources {
      guard let edition = source.edition, let successor = source.successor else { continue }
      Output.error.say("l'édition \(edition) a été remplacée par \(successor)\n")
    }
    let isWhole = indicator.isEmpty && !wide
    if let xlsx {
      if exists(xlsx) { throw UsageError(message: "\(xlsx) existe déjà : choisir un autre nom.") }
      let listing = try listing(of: sources)
      try writeFiguresBook(listing.header, listing.rows, upTo: month, to: xlsx)
    }
    let done = xlsx.map { "\($0) est écrit" }
    Output.error.say("usage interne : les petits effectifs ne sont pas masqués\n")
    switch json ? .json : format {
    // The table as it was published, to the byte.
    case .csv where isWhole: try Output.standard.write(table(sources), done: done)
    case let format: try listing(of: sources).write(as: format, done: done)
    }
  }

  /// `inputs`: as they were read, where they were.
  private func asked(_ reports: ReportsFolder, _ inputs: inout InputsFolder?) throws -> [FiguresSource] {
    if let leaves {
      return try figures(
        (from ?? month)...month, leaves: LeavesFile(leaves), edition: edition, compute: compute,
        inputs: { try folders.openInputs(once: &inputs) }, reports: reports)
    }
    if let edition { return [try figures(month, edition: edition, reports: reports)] }
    return try ProgressBar.during { progress in
      try figures(
        (from ?? month)...month, compute: compute, inputs: { try folders.openInputs(once: &inputs) }, reports: reports,
        progress: progress)
    }
  }

  private func listing(of sources: [FiguresSource]) throws -> Listing {
    var listing = try Listing(csv: table(sources))
    if !indicator.isEmpty {
      let ids = listing.rows.map { $0[0] }
      for id in indicator where !ids.contains(id) {
        let known = Set(ids).sorted().joined(separator: ", ")
        throw UsageError(message: "L'indicateur « \(id) » n'a pas de chiffre ici ; il y a : \(known).")
      }
      listing = Listing(header: listing.header, rows: listing.rows.filter { indicator.contains($0[0]) })
    }
    return wide ? listing.withMonthsAsColumns : listing
  }

  /// One table, one header.
  private func table(_ sources: [FiguresSource]) -> [UInt8] {
    sources.enumerated().flatMap { index, source in
      index == 0 ? source.table[...] : source.table.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
    }
  }
}

extension Listing {
  /// One row a figure, its value of each month in a column of its own; empty where the month has none.
  fileprivate var withMonthsAsColumns: Listing {
    func place(_ name: String) -> Int { header.firstIndex(of: name) ?? 0 }
    let (month, value) = (place("month"), place("value"))
    let keys = ["indicator", "horizon"] + Dimension.allCases.map(\.id) + ["unit"]
    let places = keys.map(place)
    var months: [String] = []
    var order: [[String]] = []
    var values: [[String]: [String: String]] = [:]
    for row in rows {
      let key = places.map { row[$0] }
      if months.last != row[month], !months.contains(row[month]) { months.append(row[month]) }
      if values[key] == nil { order.append(key) }
      values[key, default: [:]][row[month]] = row[value]
    }
    return Listing(
      header: keys + months, rows: order.map { key in key + months.map { values[key]?[$0] ?? "" } })
  }
}
