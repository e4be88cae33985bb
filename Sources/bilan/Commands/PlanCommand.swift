import ArgumentParser
import Domain
import Pipeline
import Host

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract:
      "Ce que « run » publierait : quels chiffres bougent, pour qui, et à cause de quelles lignes (usage interne).",
    discussion: """
      Rien n'est écrit. Les mois publiés plus tard qui bougent aussi sont montrés ensuite : bilan run --from les publie tous.
      """)

  @Argument(help: ArgumentHelp("Le mois, comme 2022-05 ; sans mois : le dernier mois entier.", valueName: "mois"))
  var month: Month?
  @OptionGroup var folders: Folders
  @Option(help: ArgumentHelp("Premier mois d'une série.", valueName: "mois")) var from: Month?
  @Option(help: ArgumentHelp("Dernier mois d'une série.", valueName: "mois")) var to: Month?
  @Flag(help: "Comme pour run.") var acceptLoss = false
  @Flag(help: "Comme pour run.") var strict = false
  @Flag(help: "Comme pour run.") var remake = false
  @Option(
    help: ArgumentHelp(
      "Comme si ce fichier était à la place de l'export : apei/etp-2022-05=corrigé.csv. Répétable.",
      valueName: "export=fichier"))
  var with: [String] = []
  @Flag(help: "Montrer aussi les chiffres qui ne sont dans aucun rapport.") var all = false
  @Option(help: "table, csv ou json.") var format = ListingFormat.table
  @Flag(help: "Comme --format json.") var json = false

  func validate() throws {
    if month != nil, from != nil || to != nil { throw ValidationError("un mois, ou --from et --to, pas les deux") }
    if let from, let to, to < from { throw ValidationError("--to précède --from") }
  }

  func run() throws {
    var request = RunRequest()
    request.first = from
    request.last = to ?? month
    request.acceptsLoss = acceptLoss
    request.isStrict = strict
    request.remakes = remake
    let inputs = try imaginedInputs()
    let plans = try ProgressBar.during {
      try planMonths(request, inputs: inputs, reports: folders.reportsFolder, progress: $0)
    }
    if let month = plans.map(\.month).max() { try sayArriving(inputs, upTo: month) }
    Output.error.say("usage interne : les petits effectifs ne sont pas masqués\n")
    switch json ? .json : format {
    case .table: try Output.standard.write(plans.map { describe($0, isComplete: all) }.joined(separator: "\n"))
    case .csv:
      let compared = plans.compactMap { plan in plan.comparison.map { (plan.month, $0, plan.definitions) } }
      try Listing(compared).write(as: .csv)
    case .json: try Output.standard.write(bilan.json(plans.map(PlanReport.init)))
    }
  }
}

extension PlanCommand {
  /// With every file of --with in its place.
  private func imaginedInputs() throws -> InputsFolder {
    var inputs = try folders.openInputs()
    guard !with.isEmpty else { return inputs }
    let programme = try loadDefinitions(inputs).definitions.programme
    for pair in with {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw UsageError(message: "--with \(pair) : attendu, export=fichier, comme apei/etp-2022-05=corrigé.csv.")
      }
      inputs = try inputs.replacing(parts[0], with: parts[1], of: programme)
      Output.error.say("comme si \(parts[1]) était \(parts[0])\n")
    }
    return inputs
  }
}

/// `bilan plan --json`: one a month.
struct PlanReport: Encodable {
  let month: String
  /// `first`, `unchanged` or `revision`.
  let outcome: String
  let current: String?
  let next: String?
  let refusals: [String]
  /// nil unless another version of bilan made the edition, and this one would make it otherwise.
  let remake: RemakeReport?
  let comparison: ComparisonReport?
  /// What its reports would hide.
  let hidden: [HiddenCellReport]

  init(_ plan: Plan) {
    month = plan.month.description
    switch plan.kind {
    case .first: outcome = "first"
    case .unchanged: outcome = "unchanged"
    case .revision: outcome = "revision"
    }
    current = plan.current
    next = plan.next
    refusals = plan.refusals
    remake = plan.remake.map { RemakeReport(bilanVersion: $0.bilanVersion, figures: $0.figures, files: $0.files) }
    comparison = plan.comparison.map { ComparisonReport($0, plan.definitions) }
    hidden = plan.hidden.map(HiddenCellReport.init)
  }
}

struct HiddenCellReport: Encodable {
  let indicator: String
  let horizon: String
  /// `axe=mobilite sexe=f`; empty for the total.
  let cell: String
  /// `C` or `D`.
  let confidentiality: String
  /// It was shown before, or was not there.
  let new: Bool
  let protects: [String]
  /// Editions before tell nearly how many it is.
  let knownClosely: Bool

  init(_ cell: HiddenCell) {
    knownClosely = cell.isKnownClosely
    indicator = cell.key.indicator
    horizon = cell.key.horizon.id
    self.cell = cell.key.cell.text
    confidentiality = cell.mark.id
    new = cell.isNew
    protects = cell.protects
  }
}

struct RemakeReport: Encodable {
  /// Of the edition.
  let bilanVersion: String
  let figures: Int
  let files: [String]
}

private func describe(_ plan: Plan, isComplete: Bool) -> String {
  let month = plan.month.french
  let refusals =
    plan.refusals.isEmpty
    ? "" : "  « run » ne publierait rien :\n" + plan.refusals.map { "    \($0)\n" }.joined()
  var text: String
  switch plan.kind {
  case .unchanged(let remake):
    return "\(month) : inchangé (édition \(plan.current ?? ""))\n"
      + (remake.map {
        "  Cette version de bilan la ferait autrement (\($0.french)) : bilan run \(plan.month) --remake\n"
      } ?? "")
  case .first(let count): text = "\(month) : l'édition \(plan.next ?? "") serait la première, \(count) chiffres\n"
  case .revision(let comparison):
    text =
      "\(month) : l'édition \(plan.next ?? "") remplacerait \(plan.current ?? "") (révision \(comparison.materiality.rawValue))\n"
    text += refusals + describe(comparison, plan.definitions, isComplete: isComplete)
    return text + describe(plan.hidden, isComplete: isComplete)
  }
  return text + refusals + describe(plan.hidden, isComplete: isComplete)
}
