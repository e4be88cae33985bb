import ArgumentParser
import Domain
import Pipeline
import Host

/// The command line: what is printed, and the exit code. Everything else is Pipeline's.
struct Bilan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bilan", abstract: "Le bilan mensuel du programme, pour chaque financeur.",
    discussion: """
      Codes de sortie : 0 publié, inchangé ou en attente ; 64 commande mal écrite ; 65 les données interdisent de publier ;
      66 dossier des données introuvable ou illisible ; 73, 74 création ou écriture impossible ; 75 à réessayer plus tard ;
      77 droits insuffisants ; 78 programme, catalogue, financeur, clé ou registre inutilisable ; 128+N arrêté par le
      signal N. verify, status, explain et doctor : 1 quand la réponse est non.
      """,
    version: bilanVersion,
    subcommands: [
      RunCommand.self, CheckCommand.self, PlanCommand.self, FiguresCommand.self, ExplainCommand.self, DiffCommand.self,
      HistoryCommand.self, VerifyCommand.self, CloseCommand.self, ReopenCommand.self, StatusCommand.self,
      TemplateCommand.self, CatalogueCommand.self, DoctorCommand.self,
    ])
}

@main
enum Main {
  static func main() {
    catchSignals()
    do {
      var command = try Bilan.parseAsRoot()
      try command.run()
    } catch {
      stop(for: error)
    }
  }

  /// Help and version are no failure; a wrong command line is 64; what the house throws says its own code, in French.
  private static func stop(for error: any Error) -> Never {
    if let failure = Failure(error) {
      Output.error.write(failure.message + "\n")
      Bilan.exit(withError: ExitCode(failure.code))
    }
    Bilan.exit(withError: error)
  }
}
