import ArgumentParser
import Domain
import Pipeline
import Host

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Où en est le programme : dernières éditions, fichiers en retard, mois qui ne sont plus à jour.",
    discussion: "Code 1 si la dernière publication est plus ancienne que --max-age (ou s'il n'y en a pas).")

  @OptionGroup var folders: Folders
  @Option(help: ArgumentHelp("Âge permis de la dernière publication : 35d, 12h.", valueName: "âge")) var maxAge: Age?
  @Option(help: "table, csv ou json.") var format = ListingFormat.table
  @Flag(help: "Comme --format json.") var json = false

  func run() throws {
    let status = try programmeStatus(inputs: folders.openInputs(), reports: folders.reportsFolder)
    let isTooOld = maxAge.map { limit in status.age.map { $0 > limit.seconds } ?? true } ?? false
    switch json ? .json : format {
    case .table: Output.standard.write(describe(status, isTooOld: isTooOld))
    case .csv: Output.standard.write(try Listing(status).text(.csv))
    case .json: Output.standard.write(try bilan.json(StatusReport(status, isTooOld: isTooOld)))
    }
    if isTooOld { throw ExitCode(.no) }
  }
}

/// A stretch of time as a monitor writes it: `35d`, `12h`.
struct Age: ExpressibleByArgument {
  let seconds: Int

  init?(argument: String) {
    let units: [Character: Int] = ["d": 86_400, "j": 86_400, "h": 3600]
    guard let unit = argument.last.flatMap({ units[$0] }), let count = Int(argument.dropLast()),
      (0...36_500).contains(count)
    else { return nil }
    seconds = count * unit
  }
}

/// `bilan status --json`.
struct StatusReport: Encodable {
  struct Entry: Encodable {
    let month: String
    let edition: String
    let publishedAt: String
    let closed: Bool
    let upToDate: Bool
    let figuresMoved: Int
  }
  struct Late: Encodable {
    let association: String
    let month: String
    let file: String
    let refused: Bool
    let overdue: Bool
  }
  let months: [Entry]
  let late: [Late]
  let lastRun: String?
  let lastOutcome: String?
  let ageSeconds: Int?
  let tooOld: Bool
  let unsettled: [String]

  init(_ status: ProgrammeStatus, isTooOld: Bool) {
    months = status.months.map {
      Entry(
        month: $0.month.description, edition: $0.edition.name, publishedAt: $0.edition.publishedAt, closed: $0.isClosed,
        upToDate: ($0.moved ?? 0) == 0, figuresMoved: $0.moved ?? 0)
    }
    late = status.late.map {
      Late(
        association: $0.association, month: $0.month.description, file: $0.file, refused: $0.isRefused,
        overdue: $0.isOverdue)
    }
    lastRun = status.lastRun?.at
    lastOutcome = status.lastRun?.outcome.rawValue
    ageSeconds = status.age
    tooOld = isTooOld
    unsettled = status.unsettled
  }
}

extension Listing {
  init(_ status: ProgrammeStatus) {
    header = ["month", "edition", "published_at", "closed", "figures_moved"]
    rows = status.months.map {
      [
        $0.month.description, $0.edition.name, $0.edition.publishedAt, $0.isClosed ? "oui" : "non",
        String($0.moved ?? 0),
      ]
    }
  }
}

private func describe(_ status: ProgrammeStatus, isTooOld: Bool) -> String {
  var text: String
  if let last = status.months.last, let age = status.age {
    text = "Dernière édition : \(last.edition.name) ; dernière publication il y a \(days(age))"
    text += isTooOld ? " : TROP ANCIEN\n" : "\n"
  } else {
    text = "Aucune édition publiée\(isTooOld ? " : TROP ANCIEN" : "")\n"
  }
  let closed = status.months.filter(\.isClosed).map(\.month.description)
  if !closed.isEmpty { text += "Mois clos : \(closed.joined(separator: ", "))\n" }
  if let first = status.stale.first {
    text += "Mois publiés que les données d'aujourd'hui ne donnent plus :\n"
    for month in status.stale { text += "  \(month.edition.name) : \(figures(month.moved ?? 0))\n" }
    let reopen = status.stale.filter(\.isClosed).map { "bilan reopen \($0.month) --reason \"…\", puis " }.joined()
    text += "  → bilan plan \(first.month), puis \(reopen)bilan run --from \(first.month) --reason \"…\"\n"
  } else if !status.months.isEmpty {
    text += "Chaque mois publié est ce que les données donnent aujourd'hui.\n"
  }
  if !status.late.isEmpty {
    text += "Fichiers attendus (\(status.late.count)) :\n"
    for late in status.late.prefix(20) {
      let state = late.isRefused ? "refusé" : late.isOverdue ? "en retard" : "pas encore dû"
      text += "  \(late.file) : \(state)\n"
    }
    if status.late.count > 20 { text += "  … et \(status.late.count - 20) autres (--json les liste)\n" }
  }
  for line in status.unsettled { text += "À régler par la prochaine exécution : \(line)\n" }
  return text
}

private func days(_ seconds: Int) -> String {
  let days = seconds / 86_400
  return days < 1 ? "moins d'un jour" : days == 1 ? "1 jour" : "\(days) jours"
}
