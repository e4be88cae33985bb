import ArgumentParser
import Domain
import Host
import Pipeline

struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Comment lire le fichier d'un logiciel : un brouillon, ou un essai (usage interne).",
    discussion: """
      Sans correspondance pour cette sorte d'export (mappings/<association>.yaml) : les en-têtes trouvés, ce qu'ils disent déjà, \
      ce qui manque, et un brouillon ; --write le met à sa place, jamais sur un fichier. Avec une correspondance : les lignes \
      retenues, écartées par règle, refusées, et les premiers constats. Aucune valeur d'une personne n'est montrée.
      """)

  @Argument(help: ArgumentHelp("Le fichier, où qu'il soit.", valueName: "fichier"), completion: .file()) var file:
    String
  @OptionGroup var folders: Folders
  @Option(help: "Identifiant de l'association.", completion: .associations) var association: String
  @Option(help: ArgumentHelp("etp, beneficiaires ou reunions.", valueName: "export")) var kind: ExportKind
  @Flag(help: "Écrire le brouillon dans le dossier des données.") var write = false

  func run() throws {
    let trial = try tryMapping(
      file, kind, association: association, inputs: folders.openInputs(), isWritten: write)
    try Output.standard.write(describe(trial, kind))
    switch trial {
    case .noHeader: throw ExitCode(.data)
    case .tried(let reading):
      if reading.months.isEmpty || !reading.refusedMonths.isEmpty { throw ExitCode(.data) }
    case .draft: break
    }
  }
}
