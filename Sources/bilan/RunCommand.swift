import ArgumentParser
import Domain
import Pipeline
import System

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Contrôle, calcule et publie les rapports d'un mois.",
    discussion:
      "Sans mois : le dernier mois entier. Rien n'a changé depuis la dernière édition : « inchangé », rien n'est écrit."
  )

  @Argument(help: "Le mois, comme 2022-05.") var month: Month?
  @OptionGroup var folders: Folders
  @Option(help: ArgumentHelp("Premier mois d'une série.", valueName: "mois")) var from: Month?
  @Option(help: ArgumentHelp("Dernier mois d'une série.", valueName: "mois")) var to: Month?
  @Option(help: ArgumentHelp("Pourquoi cette édition révise la précédente.", valueName: "texte")) var reason: String?
  @Flag(help: "Publier même si un fichier de l'édition en cours n'est plus accepté.") var acceptLoss = false
  @Flag(help: "Refuser de publier s'il manque un fichier dû.") var strict = false
  @Flag(help: "Avant l'échéance, attendre les fichiers dus au lieu de publier.") var whenComplete = false
  @Flag(help: "Ne rien afficher si tout va bien.") var quiet = false
  @Flag(help: "Afficher la durée de chaque étape.") var timings = false
  @Option(help: ArgumentHelp("Journal pour les machines (une ligne JSON par événement).", valueName: "fichier"))
  var log: String?

  func validate() throws {
    if month != nil, from != nil || to != nil { throw ValidationError("un mois, ou --from et --to, pas les deux") }
    if let from, let to, to < from { throw ValidationError("--to précède --from") }
  }

  func run() throws {
    let journal = try Journal(log)
    let last = to ?? month ?? lastWholeMonth()
    let first = from ?? last
    let watch = Timings()
    journal.info("début", ["month": "\(last)"])
    do {
      try runMonths(
        first, to: last, inputs: folders.openInputs(), reports: folders.reportsFolder, request, timings: watch,
        say: { Output.error.write("bilan : \($0)\n") }
      ) { month, outcome in
        let text = describe(outcome, month, in: folders.reportsFolder)
        journal.info(text.components(), ["month": "\(month)"])
        if !quiet { Output.standard.write(text) }
      }
    } catch {
      journal.error(Failure(error).map { $0.message } ?? "\(error)", ["code": "\(Failure(error)?.code ?? 1)"])
      throw error
    }
    if timings { Output.error.write(watch.french) }
  }

  private var request: RunRequest {
    var request = RunRequest()
    request.reason = reason
    request.acceptsLoss = acceptLoss
    request.isStrict = strict
    request.waits = whenComplete
    return request
  }
}

extension String {
  /// On one line, for a journal.
  fileprivate func components() -> String { split(separator: "\n").joined(separator: " | ") }
}

extension Timings {
  /// Each stage in the order in which it ended, and the whole.
  var french: String {
    (stages + [("total", total)]).map { name, milliseconds in
      let text = String(Int(milliseconds * 10))
      let tenths = text.count > 1 ? String(text.dropLast()) : "0"
      return "\(name) : \(tenths),\(text.last ?? "0") ms\n"
    }.joined()
  }
}
