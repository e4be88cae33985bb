import ArgumentParser
import Domain
import Ledger
import Pipeline
import Host

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract:
      "Les éditions publiées : motifs, laquelle remplace laquelle, ce qui a été envoyé à qui, ce qui a été purgé.")

  @Argument(help: ArgumentHelp("Un mois, comme 2022-05 ; sans mois : tous.", valueName: "mois")) var month: Month?
  @OptionGroup var folders: Folders
  @Option(help: "table, csv ou json.") var format = ListingFormat.table
  @Flag(help: "Comme --format json.") var json = false

  func run() throws {
    let history = try EditionHistory(month, reports: folders.reportsFolder)
    switch json ? .json : format {
    case .table: try Output.standard.write(describe(history, month))
    case .csv: try Listing(history).write(as: .csv)
    case .json: try Output.standard.write(bilan.json(HistoryReport(history)))
    }
  }
}

/// `bilan history --json`.
struct HistoryReport: Encodable {
  struct Entry: Encodable {
    let edition: String
    let month: String
    let publishedAt: String
    let predecessor: String?
    let supersededBy: String?
    let reason: String?
    let materiality: String?
    let causes: [String]
    let changes: Int
    let acceptedLoss: Bool
    let program: String
    let manifest: String
    let sent: [SendingReport]
    /// Archives it was made of that were purged.
    let purged: Int
    /// A day.
    let purgedOn: String?
  }
  struct Closing: Encodable {
    let month: String
    let closed: Bool
    let reason: String?
    let at: String
  }
  struct Purge: Encodable {
    let at: String
    let months: Int
    let archives: Int
    let editions: [String]
  }
  let editions: [Entry]
  let closings: [Closing]
  let purges: [Purge]

  init(_ history: EditionHistory) {
    editions = history.entries.map { entry in
      let edition = entry.edition
      return Entry(
        edition: edition.name, month: edition.month, publishedAt: edition.publishedAt, predecessor: edition.predecessor,
        supersededBy: entry.successor, reason: edition.reason, materiality: edition.materiality,
        causes: edition.causes.split(separator: " ").map(String.init), changes: edition.changes,
        acceptedLoss: edition.acceptedLoss, program: edition.bilanVersion, manifest: edition.manifest,
        sent: entry.sendings.map(SendingReport.init), purged: entry.purged?.archives ?? 0,
        purgedOn: entry.purged?.day.description)
    }
    closings = history.closings.map { Closing(month: $0.month, closed: $0.isClosed, reason: $0.reason, at: $0.at) }
    purges = history.purges.map {
      Purge(at: $0.at, months: $0.months, archives: $0.archives, editions: $0.editions)
    }
  }
}

extension Listing {
  init(_ history: EditionHistory) {
    header = [
      "edition", "published_at", "superseded_by", "materiality", "changes", "causes", "program", "accepted_loss",
      "reason", "sent", "purged",
    ]
    rows = history.entries.map { entry in
      let edition = entry.edition
      return [
        edition.name, edition.publishedAt, entry.successor ?? "", edition.materiality ?? "",
        edition.predecessor == nil ? "" : String(edition.changes), edition.causes, edition.bilanVersion,
        edition.acceptedLoss ? "oui" : "", edition.reason ?? "",
        entry.sendings.map { "\($0.funder) \($0.day)" }.joined(separator: " ; "),
        entry.purged.map { "\($0.archives) \($0.day)" } ?? "",
      ]
    }
  }
}

private func describe(_ history: EditionHistory, _ month: Month?) -> String {
  guard !history.entries.isEmpty else {
    return "\(month.map { "\($0.french) : a" } ?? "A")ucune édition publiée.\n"
  }
  var text = ""
  for entry in history.entries {
    let edition = entry.edition
    text += "\(edition.name)  publiée le \(frenchTime(edition.publishedAt)), bilan \(edition.bilanVersion)"
    text += entry.successor.map { ", remplacée par \($0)" } ?? ", en cours"
    text += "\n"
    if let predecessor = edition.predecessor {
      text += "  remplace \(predecessor) : révision \(edition.materiality ?? ""), \(figures(edition.changes))\n"
    }
    if let reason = edition.reason { text += "  motif : \(reason)\n" }
    for sending in entry.sendings { text += "  envoyée à \(sending.funder) le \(sending.day.french)\n" }
    if let purged = entry.purged {
      let archives = "\(purged.archives) archive\(purged.archives > 1 ? "s purgées" : " purgée")"
      text += "  \(archives) le \(purged.day.french) (durée de conservation) : ne se recalcule plus\n"
    }
    if edition.acceptedLoss { text += "  publiée malgré la perte de fichiers (--accept-loss)\n" }
  }
  for closing in history.closings {
    text += "\(closing.month) \(closing.isClosed ? "clos" : "rouvert") le \(frenchTime(closing.at))"
    text += closing.reason.map { " : \($0)\n" } ?? "\n"
  }
  for purge in history.purges { text += "purge du \(purge.french)\n" }
  return text
}

extension NotedPurge {
  /// `27/12/2029 à 06:30 UTC : 132 archives de plus de 36 mois`
  var french: String { "\(frenchTime(at)) : \(archives) archive\(archives > 1 ? "s" : "") de plus de \(months) mois" }
}

/// `15/06/2022 à 06:30 UTC`
private func frenchTime(_ timestamp: String) -> String {
  let parts = timestamp.prefix(10).split(separator: "-")
  guard parts.count == 3, timestamp.count == 20 else { return timestamp }
  return "\(parts[2])/\(parts[1])/\(parts[0]) à \(timestamp.dropFirst(11).prefix(5)) UTC"
}
