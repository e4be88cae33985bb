import ArgumentParser
import Domain
import Host
import Pipeline

struct CatalogueCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "Les indicateurs et leurs définitions.",
    discussion: """
      --sql les donne en SQL (DuckDB, Spark, PostgreSQL) : la requête à poser aux tables de bilan facts, pour les mois \
      nommés, ou pour tous.
      """)

  @Argument(help: ArgumentHelp("Avec --sql : les mois demandés, comme 2022-05.", valueName: "mois"))
  var months: [Month] = []

  @OptionGroup var folders: Folders
  @Option(help: "table, csv, json ou markdown.") var format = Format.table
  @Flag(help: "Comme --format json.") var json = false
  @Flag(help: "En SQL, pour un autre moteur.") var sql = false

  func validate() throws {
    if !months.isEmpty, !sql { throw ValidationError("un mois ne s'emploie qu'avec --sql") }
  }

  func run() throws {
    if sql { return try Output.standard.write(catalogueQuery(months, inputs: folders.openInputs())) }
    let definitions = try loadDefinitions(folders.openInputs()).definitions
    switch json ? .json : format {
    case .table: try Listing(catalogue: definitions.catalogue, isShort: true).write(as: .table)
    case .csv: try Listing(catalogue: definitions.catalogue).write(as: .csv)
    case .json: try Listing(catalogue: definitions.catalogue).write(as: .json)
    case .markdown: try Output.standard.write(catalogueMarkdown(definitions.catalogue))
    }
  }
}

extension Listing {
  init(catalogue: Catalogue, isShort: Bool = false) {
    header = ["id", "label", "unit", "by", "horizons"] + (isShort ? [] : ["definition", "measure", "persons", "tags"])
    rows = catalogue.indicators.map { indicator in
      let short = [
        indicator.id, indicator.label.fr, indicator.unit.rawValue,
        indicator.breakdowns.map { $0.map(\.id).joined(separator: "×") }.joined(separator: " "),
        indicator.horizons.map(\.id).joined(separator: " "),
      ]
      guard !isShort else { return short }
      return short + [
        indicator.definition.fr, indicator.term.measure.name, indicator.countsPersons ? "oui" : "non",
        indicator.tags.joined(separator: " "),
      ]
    }
  }
}
