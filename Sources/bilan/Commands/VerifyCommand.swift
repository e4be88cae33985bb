import ArgumentParser
import Domain
import Pipeline
import Host

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Ce qui a été publié est-il encore ce qui a été publié ? Fichiers, archive, chiffres recalculés.",
    discussion: """
      Ne lit que le dossier des rapports : les données d'origine peuvent avoir disparu. Les fichiers sont refaits et comparés
      octet par octet quand la même version de bilan les avait faits. Code 1 si quelque chose diffère.
      """)

  @Argument(help: "Une édition, comme 2022-05.1, ou un mois ; sans rien : toutes les éditions.") var edition: String?
  @OptionGroup var folders: Folders
  @Flag(help: "Pour les programmes.") var json = false

  func run() throws {
    let found = try verifyEditions(edition, reports: folders.reportsFolder)
    if json {
      try Output.standard.write(bilan.json(found.map(VerificationReport.init)))
    } else {
      try Output.standard.write(found.isEmpty ? "Aucune édition publiée.\n" : found.map(describe).joined())
    }
    if found.contains(where: { !$0.discrepancies.isEmpty }) { throw ExitCode(.no) }
  }
}

/// `bilan verify --json`: one an edition.
struct VerificationReport: Encodable {
  let edition: String
  let supersededBy: String?
  let ok: Bool
  let files: Int
  let archived: Int
  let figures: Int
  /// `same`, `unknown`, or the version of the program that made them.
  let bytes: String
  let faults: [String]

  init(_ verification: Verification) {
    edition = verification.edition
    supersededBy = verification.successor
    ok = verification.discrepancies.isEmpty
    files = verification.files
    archived = verification.archived
    figures = verification.figures
    switch verification.bytes {
    case .same: bytes = "same"
    case .unknown: bytes = "unknown"
    case .otherVersion(let version): bytes = version
    }
    faults = verification.discrepancies
  }
}

func describe(_ verification: Verification) -> String {
  let name = verification.edition + (verification.successor.map { " (remplacée par \($0))" } ?? "")
  guard verification.discrepancies.isEmpty else {
    return "✗ \(name) :\n" + verification.discrepancies.map { "    \($0)\n" }.joined()
      + (verification.needsBackup
        ? "    → remettre ces fichiers depuis une sauvegarde ; une nouvelle édition ne les répare pas\n" : "")
  }
  var text = "✓ \(name) : \(verification.files) fichiers et \(verification.archived) archives intacts, "
  text += "\(verification.figures) chiffres recalculés"
  switch verification.bytes {
  case .same: text += ", fichiers refaits à l'octet près"
  case .otherVersion(let version): text += " ; fichiers de bilan \(version), non refaits"
  case .unknown: break
  }
  return text + "\n"
}
