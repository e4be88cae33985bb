import ArgumentParser
import Domain
import Pipeline
import Host

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Où en est le programme : dernières éditions, fichiers en retard, mois qui ne sont plus à jour.",
    discussion: """
      Code 1 si la dernière exécution réussie est plus ancienne que --max-age (publiée, inchangée ou en attente), ou la
      dernière publication plus ancienne que --edition-age, ou s'il n'y en a pas ; et si une édition en cours n'est plus ce qui
      a été publié.
      """)

  @OptionGroup var folders: Folders
  @Option(help: ArgumentHelp("Âge permis de la dernière exécution réussie : 35d, 12h.", valueName: "âge")) var maxAge:
    Age?
  @Option(help: ArgumentHelp("Âge permis de la dernière publication.", valueName: "âge")) var editionAge: Age?
  @Option(help: "table, csv ou json.") var format = ListingFormat.table
  @Flag(help: "Comme --format json.") var json = false

  func run() throws {
    let status = try ProgressBar.during {
      try programmeStatus(inputs: folders.openInputs(), reports: folders.reportsFolder, progress: $0)
    }
    let tooOld = TooOld(
      run: isTooOld(status.runAge, maxAge), edition: isTooOld(status.editionAge, editionAge))
    switch json ? .json : format {
    case .table: try Output.standard.write(describe(status, tooOld))
    case .csv: try Listing(status).write(as: .csv)
    case .json: try Output.standard.write(bilan.json(StatusReport(status, tooOld)))
    }
    if tooOld.run || tooOld.edition || !status.damaged.isEmpty { throw ExitCode(.no) }
  }

  private func isTooOld(_ age: Int?, _ limit: Age?) -> Bool {
    limit.map { limit in age.map { $0 > limit.seconds } ?? true } ?? false
  }
}

/// A stretch of time as a monitor writes it: `35d`, `12h`.
struct Age: ExpressibleByArgument {
  let seconds: Int

  init?(argument: String) {
    let units: [Character: Int] = ["d": 86_400, "j": 86_400, "h": 3600]
    guard let unit = argument.last.flatMap({ units[$0] }), let count = Int(argument.dropLast()),
      (0...36_500).contains(count)
    else { return nil }
    seconds = count * unit
  }
}
