import ArgumentParser
import Domain
import Pipeline

/// Where the data is, and where reports go.
struct Folders: ParsableArguments {
  @Option(help: ArgumentHelp("Dossier des données.", valueName: "dossier"), completion: .directory)
  var inputs = "inputs"

  @Option(
    help: ArgumentHelp("Dossier des rapports (par défaut : reports, à côté des données).", valueName: "dossier"),
    completion: .directory)
  var reports: String?

  var inputsPath: String { trimmed(inputs) }

  func openInputs() throws -> InputsFolder { try InputsFolder(inputsPath) }

  /// The same as one look, for a command that may not need it.
  func openInputs(once opened: inout InputsFolder?) throws -> InputsFolder {
    let inputs = try opened ?? openInputs()
    opened = inputs
    return inputs
  }

  var reportsFolder: ReportsFolder {
    if let reports { return ReportsFolder(trimmed(reports)) }
    let parent = trimmed(inputs).split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    if trimmed(inputs).contains("/") { return ReportsFolder(parent + "/reports") }
    return ReportsFolder("reports")
  }

  private func trimmed(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}

extension Month: ExpressibleByArgument {
  package static var defaultCompletionKind: CompletionKind { .months }
  package init?(argument: String) {
    guard let month = Month(argument), Month.accepted.contains(month) else { return nil }
    self = month
  }
}

/// How a listing is printed.
enum ListingFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json
}
