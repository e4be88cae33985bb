import ArgumentParser
import Domain
import Failures
import Pipeline
import Host

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Contrôle, calcule et publie les rapports d'un mois.",
    discussion:
      "Sans mois : le dernier mois entier. Rien n'a changé depuis la dernière édition : « inchangé », rien n'est écrit."
  )

  @Argument(help: ArgumentHelp("Le mois, comme 2022-05.", valueName: "mois")) var month: Month?
  @OptionGroup var folders: Folders
  @Option(help: ArgumentHelp("Premier mois d'une série.", valueName: "mois")) var from: Month?
  @Option(help: ArgumentHelp("Dernier mois d'une série.", valueName: "mois")) var to: Month?
  @Option(help: ArgumentHelp("Pourquoi cette édition révise la précédente.", valueName: "texte")) var reason: String?
  @Flag(help: "Publier même si un fichier de l'édition en cours n'est plus accepté.") var acceptLoss = false
  @Flag(help: "Refuser de publier s'il manque un fichier dû.") var strict = false
  @Flag(help: "Avant l'échéance, attendre les fichiers dus au lieu de publier.") var whenComplete = false
  @Flag(help: "D'une série, laisser les mois clos comme ils sont, au lieu de tout arrêter.") var openOnly = false
  @Flag(help: "Refaire ce qu'une autre version de bilan avait fait autrement, les données étant les mêmes.")
  var remake = false
  @Flag(help: "Ne rien afficher si tout va bien.") var quiet = false
  @Flag(help: "Pour les programmes : un objet par mois.") var json = false
  @Flag(help: "Afficher la durée de chaque étape.") var timings = false
  @Option(
    help: ArgumentHelp("Journal pour les machines (une ligne JSON par événement).", valueName: "fichier"),
    completion: .file())
  var log: String?

  @Option(
    help: ArgumentHelp(
      "Chiffres depuis le résultat de bilan catalogue --sql sur un autre moteur, pour les mois qu'il a.",
      valueName: "fichier"),
    completion: .file())
  var leaves: String?

  func validate() throws {
    if month != nil, from != nil || to != nil { throw ValidationError("un mois, ou --from et --to, pas les deux") }
    if let from, let to, to < from { throw ValidationError("--to précède --from") }
  }

  func run() throws {
    let journal = try Journal(log)
    journal.begin("run", month: to ?? month)
    // A journal that takes nothing is found out before there is anything to keep.
    if let refused = journal.refused { throw refused }
    let story = RunStory(isJSON: json, isQuiet: quiet, journal)
    // Where no safe point is reached, a signal ends the program from outside: the journal hears of it all the same.
    let watch = try undoable({ journal.endIfInterrupted() }) {
      do { return try ProgressBar.during(isWanted: !quiet) { try run(story, journal, $0) } } catch {
        throw story.failed(error)
      }
    }
    try story.end()
    if timings { Output.error.say(watch.french) }
  }

  private func run(_ story: RunStory, _ journal: Journal, _ progress: Headway) throws -> Timings {
    var request = request
    request.leaves = try leaves.map { try LeavesFile($0) }
    let (watch, reports) = (Timings(progress), folders.reportsFolder)
    try runMonths(
      request, inputs: folders.openInputs(), reports: reports, timings: watch, say: { say($0, journal) }
    ) { month, outcome in story.tell(outcome, month, in: reports) }
    return watch
  }

  /// What was mended is always said; what is only worth knowing is not, where silence was asked for.
  private func say(_ notice: RunNotice, _ journal: Journal) {
    journal.note(.notice, notice.french)
    if case .mended = notice {} else if quiet { return }
    Output.error.say("bilan : \(notice.french)\n")
  }

  private var request: RunRequest {
    var request = RunRequest()
    request.first = from
    request.last = to ?? month
    request.reason = reason.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
    request.acceptsLoss = acceptLoss
    request.isStrict = strict
    request.waits = whenComplete
    request.remakes = remake
    request.leavesClosed = openOnly
    return request
  }
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
