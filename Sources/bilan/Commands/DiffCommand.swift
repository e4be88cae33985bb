import ArgumentParser
import Domain
import Pipeline
import Host

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Deux éditions d'un mois : quels chiffres ont bougé, et pourquoi (usage interne).",
    discussion: """
      Sans éditions : les deux dernières. Une édition se nomme 1, 2… ou 2022-05.1. Avec --since-sent : de celle qui a été
      envoyée (bilan sent) à celle en cours.
      """)

  @Argument(help: ArgumentHelp("Le mois, comme 2022-05.", valueName: "mois")) var month: Month
  @Argument(help: ArgumentHelp("Deux éditions.", valueName: "édition"), completion: .editions)
  var editions: [String] = []
  @OptionGroup var folders: Folders
  @Option(help: ArgumentHelp("Un financeur : son rapport seul.", valueName: "financeur"), completion: .funders)
  var funder: String?
  @Flag(help: "Depuis ce qui a été envoyé à chaque financeur, ou à celui de --funder.") var sinceSent = false
  @Flag(help: "Montrer aussi les chiffres qui ne sont dans aucun rapport.") var all = false
  @Option(help: "table, csv ou json.") var format = ListingFormat.table
  @Flag(help: "Comme --format json.") var json = false

  func validate() throws {
    guard editions.isEmpty || editions.count == 2 else { throw ValidationError("deux éditions, ou aucune") }
    if sinceSent, !editions.isEmpty { throw ValidationError("--since-sent ou deux éditions, pas les deux") }
  }

  func run() throws {
    let reports = folders.reportsFolder
    let diffs =
      sinceSent
      ? try diffsSinceSent(month, funder: funder, reports: reports)
      : [try diffEditions(month, editions.first, editions.last, funder: funder, reports: reports)]
    Output.error.say("usage interne : les petits effectifs ne sont pas masqués\n")
    switch json ? .json : format {
    case .table:
      try Output.standard.write(diffs.map { describe($0, isComplete: all) }.joined(separator: "\n"))
    case .csv: try Listing(diffs.map { (month, $0.comparison, $0.definitions) }).write(as: .csv)
    case .json:
      // One object as ever, a list where there may be several.
      try Output.standard.write(
        sinceSent && funder == nil ? bilan.json(diffs.map(DiffReport.init)) : bilan.json(DiffReport(diffs[0])))
    }
  }
}

private func describe(_ diff: Diff, isComplete: Bool) -> String {
  let month = diff.comparison.month.french
  let sent = diff.sending.map { "\($0.funder), édition \($0.edition) envoyée le \($0.day.french) – " } ?? ""
  guard diff.old != diff.new else { return "\(sent)\(month) : c'est encore l'édition en cours.\n" }
  return "\(sent)\(month) : de l'édition \(diff.old) à \(diff.new) (révision \(diff.comparison.materiality.rawValue))\n"
    + describe(diff.comparison, diff.definitions, isComplete: isComplete)
}

/// `bilan diff --json`.
struct DiffReport: Encodable {
  let month: String
  let old: String
  let new: String
  /// nil but with --since-sent.
  let sent: SendingReport?
  let comparison: ComparisonReport

  init(_ diff: Diff) {
    month = diff.comparison.month.description
    old = diff.old
    new = diff.new
    sent = diff.sending.map(SendingReport.init)
    comparison = ComparisonReport(diff.comparison, diff.definitions)
  }
}
