import ArgumentParser
import Domain
import Pipeline
import Host

struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Un export vide à remplir, dans les mots de l'association.")

  @Argument(help: "etp, beneficiaires ou reunions.") var kind: ExportKind
  @OptionGroup var folders: Folders
  @Option(help: "Identifiant de l'association.") var association: String?

  func run() throws {
    Output.standard.write(try exportTemplate(kind, association: association, inputs: folders.openInputs()))
  }
}

extension ExportKind: ExpressibleByArgument {
  package init?(argument: String) { self.init(id: normalForm(argument)) }
}
