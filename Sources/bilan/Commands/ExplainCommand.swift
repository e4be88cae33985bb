import ArgumentParser
import Compute
import Domain
import Pipeline
import Host

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "D'où vient un chiffre : définition, paramètres, lignes, et la preuve (usage interne).",
    discussion: """
      Le chiffre est refait ligne à ligne ; s'il ne retombe pas sur le chiffre calculé, la commande échoue (code 1).

      Une case d'un classeur livré :

      bilan explain --cell reports/2022-05/financeurs/region-2022-05.xlsx 'Emplois par axe!C7'

      Le classeur est reconnu à ses octets, quel que soit son nom ; la feuille s'écrit sans souci des majuscules ni des accents.
      Une case qui montre un écart (à la base, à la cible, sur un mois, sur un an, une révision) explique les deux chiffres
      et la soustraction.
      """)

  @Argument(
    help: ArgumentHelp(
      "L'indicateur, puis le mois (ou, avec --cell, le classeur et la case).", valueName: "indicateur> <mois"),
    completion: .indicatorThenMonth)
  var words: [String] = []
  @OptionGroup var folders: Folders
  @Flag(help: "Expliquer une case d'un classeur livré.") var cell = false
  @Option(help: "mois, annee ou programme ; par défaut, chacun.") var horizon: Horizon?
  @Option(help: "Un axe.", completion: .axes) var axe: String?
  @Option(help: "Une association.", completion: .associations) var association: String?
  @Option(help: "Une commune (code INSEE).", completion: .communes) var commune: String?
  @Option(help: "Une instance.", completion: .instances) var instance: String?
  @Option(help: "Un dispositif.", completion: .list(Scheme.allCases.map(\.id))) var dispositif: String?
  @Option(help: "f, h, x ou inconnu.", completion: .list(["f", "h", "x", "inconnu"])) var sexe: String?
  @Option(
    help: ArgumentHelp("Une autre édition que la dernière, comme 2022-05.1.", valueName: "édition"),
    completion: .editions)
  var edition: String?
  @Flag(help: "Expliquer les données d'aujourd'hui, sans lire d'édition.") var compute = false
  @Flag(help: "Pour les programmes.") var json = false

  func validate() throws {
    if compute, edition != nil { throw ValidationError("--compute ou --edition, pas les deux") }
    if cell, compute || edition != nil { throw ValidationError("--cell dit déjà quelle édition") }
    guard words.count == 2 else {
      throw ValidationError(
        cell
          ? "attendu : --cell CLASSEUR 'Feuille!C7' (des apostrophes autour de ce qui contient des espaces)"
          : "attendu : un indicateur et un mois")
    }
    if !cell, Month(words[1]) == nil { throw ValidationError("attendu : un mois comme 2022-05") }
  }

  func run() throws {
    if cell { return try explainCell() }
    let month = Month(words[1])!
    var inputs: InputsFolder?
    let explained = try ExplainedMonth(
      month, edition: edition, compute: compute, inputs: { try folders.openInputs(once: &inputs) },
      reports: folders.reportsFolder)
    let checked = explained.checked
    let explanations = try explainFigures(asked, of: checked)
    Output.error.say(state(explained.edition, explained.successor))
    if compute { try sayArriving(folders.openInputs(once: &inputs), upTo: month) }
    Output.error.say(internalUse)
    if json {
      try Output.standard.write(bilan.json(explanations.map { ExplanationReport($0, checked, hidden($0, explained)) }))
    } else {
      try Output.standard.write(
        explanations.map { describe($0, checked) + secrecy(of: $0, explained) }.joined(separator: "\n"))
    }
    if !explanations.allSatisfy(\.adds) { throw failedProof("les lignes ne refont pas le chiffre") }
  }

  private func hidden(_ explanation: Explanation, _ explained: ExplainedMonth) -> HiddenCell? {
    explained.hidden.first { $0.key == explanation.figure.key }
  }

  /// Whether reports of the edition show it.
  private func secrecy(of explanation: Explanation, _ explained: ExplainedMonth) -> String {
    guard let edition = explained.edition, let cell = hidden(explanation, explained) else { return "" }
    let protects = cell.protects.map { "    \($0)\n" }.joined()
    return "\nDans les rapports de l'édition \(edition) : masqué (\(cell.mark.id)), "
      + (cell.mark == .C
        ? "\(cell.french)\n"
        : protects.isEmpty
          ? "\(cell.french)\n" : "pour que ne soient pas retrouvés :\n" + protects)
  }

  private func explainCell() throws {
    let found = try Pipeline.explainCell(words[1], of: words[0], reports: workbookReports)
    Output.error.say(state(found.edition, found.successor))
    Output.error.say(internalUse)
    if json {
      try Output.standard.write(bilan.json(CellReport(found)))
    } else {
      try Output.standard.write(describe(found))
    }
    guard !found.isProven else { return }
    throw failedProof(found.holds ? "les lignes ne refont pas le chiffre" : "la feuille montre autre chose")
  }

  private func failedProof(_ why: String) -> ExitCode {
    Output.error.say("La preuve échoue : \(why). C'est un défaut de bilan : le signaler.\n")
    return ExitCode(.no)
  }

  /// The reports folder in which the workbook stands: of `reports/2022-05/financeurs/x.xlsx`, `reports`.
  private var workbookReports: ReportsFolder {
    guard folders.reports == nil else { return folders.reportsFolder }
    return ReportsFolder(containing: words[0]) ?? folders.reportsFolder
  }

  private var asked: ExplainRequest {
    let members: [(Dimension, String?)] = [
      (.axe, axe), (.association, association), (.commune, commune), (.instance, instance), (.dispositif, dispositif),
      (.sexe, sexe),
    ]
    return ExplainRequest(
      indicator: words[0], horizon: horizon,
      cell: Cell(members.compactMap { dimension, id in id.map { Cell.Member(dimension, $0) } }))
  }
}

private let internalUse = "usage interne : les petits effectifs ne sont pas masqués\n"

/// Which state is explained.
private func state(_ edition: String?, _ successor: String?) -> String {
  guard let edition else { return "données d'aujourd'hui, non publiées\n" }
  return "édition \(edition)" + (successor.map { ", remplacée par \($0)" } ?? "") + "\n"
}

extension Horizon: ExpressibleByArgument {
  package static var allValueStrings: [String] { allCases.map(\.id) }
  package static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
  package init?(argument: String) { self.init(id: argument) }
}
