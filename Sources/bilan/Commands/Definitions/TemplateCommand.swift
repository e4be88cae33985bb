import ArgumentParser
import Domain
import Pipeline
import Host

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Un export vide à remplir, dans les mots de l'association.",
    discussion: """
      --schema écrit à sa place le schéma du fichier (Table Schema), que Validata et Open Data Editor lisent. Il décrit la \
      forme du modèle, première ligne : les en-têtes ; bilan accepte d'autres écritures encore.
      """)

  @Argument(help: ArgumentHelp("etp, beneficiaires ou reunions.", valueName: "export")) var kind: ExportKind
  @OptionGroup var folders: Folders
  @Option(help: "Identifiant de l'association.", completion: .associations) var association: String?

  @Flag(help: "Le schéma du fichier (Table Schema, JSON) au lieu du modèle.") var schema = false

  func run() throws {
    let make = schema ? exportTableSchema : exportTemplate
    try Output.standard.write(make(kind, association, folders.openInputs()))
  }
}

extension ExportKind: ExpressibleByArgument {
  package static var allValueStrings: [String] { allCases.map(\.id) }
  package static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  package init?(argument: String) { self.init(id: normalForm(argument)) }
}
