import ArgumentParser
import Domain

/// The command line: what is printed, and the exit code. Everything else is Pipeline's.
struct Bilan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bilan", abstract: "Le bilan mensuel du programme, pour chaque financeur.",
    discussion: """
      Codes de sortie : 0 publié, inchangé ou en attente ; 64 commande mal écrite ; 65 les données interdisent de
      publier ; 66 dossier des données introuvable ou illisible ; 70 défaut de bilan, à signaler ; 73, 74 création ou
      écriture impossible ; 75 à réessayer plus tard ; 77 droits insuffisants ; 78 programme, catalogue, financeur, clé
      ou registre inutilisable ; 128+N arrêté par le signal N. verify, status, explain et doctor : 1 quand la réponse
      est non.
      """,
    version: bilanVersion,
    subcommands: [
      RunCommand.self, CheckCommand.self, PlanCommand.self, FiguresCommand.self, ExplainCommand.self, DiffCommand.self,
      HistoryCommand.self, SentCommand.self, VerifyCommand.self, CloseCommand.self, ReopenCommand.self,
      StatusCommand.self,
      TemplateCommand.self, MapCommand.self, CatalogueCommand.self, FactsCommand.self, DoctorCommand.self,
      PurgeCommand.self,
      InitCommand.self,
    ])
}
