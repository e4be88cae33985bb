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

  @Argument(
    help: ArgumentHelp(
      "Une édition, comme 2022-05.1, ou un mois ; sans rien : toutes les éditions.", valueName: "édition"),
    completion: .editionsAndMonths)
  var edition: String?
  @OptionGroup var folders: Folders
  @Flag(help: "Pour les programmes.") var json = false

  func run() throws {
    let found = try ProgressBar.during {
      try verifyEditions(edition, reports: folders.reportsFolder, progress: $0)
    }
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
  /// Exports of the archive that were purged: nothing is computed again then.
  let purged: Int
  let figures: Int
  /// `same`, `unknown`, `purged`, or the version of the program that made them.
  let bytes: String
  let faults: [String]

  init(_ verification: Verification) {
    edition = verification.edition
    supersededBy = verification.successor
    ok = verification.discrepancies.isEmpty
    files = verification.files
    archived = verification.archived
    purged = verification.purged
    figures = verification.figures
    switch verification.bytes {
    case .same: bytes = "same"
    case .purged: bytes = "purged"
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
  var text = "✓ \(name) : \(verification.files) fichiers et \(verification.archived) archives intacts"
  if let day = verification.purgedOn {
    return text
      + " ; \(verification.purged) archive\(verification.purged > 1 ? "s purgées" : " purgée") le \(day.french) (durée de conservation) : chiffres non recalculés, fichiers non refaits\n"
  }
  text += ", \(verification.figures) chiffres recalculés"
  switch verification.bytes {
  case .same: text += ", fichiers refaits à l'octet près"
  case .otherVersion(let version): text += " ; fichiers de bilan \(version), non refaits"
  case .purged: text += " ; fichiers non refaits : les archives de l'édition précédente sont purgées"
  case .unknown: break
  }
  return text + "\n"
}
