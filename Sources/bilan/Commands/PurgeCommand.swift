import ArgumentParser
import Domain
import Failures
import Host
import Pipeline

struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Retire de l'archive les lignes pseudonymisées dont la durée de conservation est passée.",
    discussion: """
      Une archive part quand aucune édition encore dans sa durée n'en a été faite. La durée court de la fin du mois, de la
      publication, de l'envoi (bilan sent) ou de la clôture, le dernier des quatre. Pour une édition envoyée ou un mois clos, elle
      n'est jamais plus courte que retention_months de programme.yaml.

      Ce qui part est listé d'abord, et noté au registre. Les éditions, leurs chiffres et leurs définitions restent ; bilan verify
      dit ensuite ce qui ne se recalcule plus.
      """)

  @OptionGroup var folders: Folders
  @Option(
    help: ArgumentHelp(
      "Durée de conservation, comme 36m ; sans elle, retention_months de programme.yaml.", valueName: "durée"))
  var olderThan: MonthCount?
  @Flag(help: "Montrer ce qui partirait, sans rien retirer.") var dryRun = false
  @Flag(help: "Ne rien afficher si tout va bien.") var quiet = false
  @Flag(help: "Pour les programmes.") var json = false
  @Option(
    help: ArgumentHelp("Journal pour les machines (une ligne JSON par événement).", valueName: "fichier"),
    completion: .file())
  var log: String?

  func run() throws {
    let journal = try Journal(log)
    journal.begin("purge")
    if let refused = journal.refused { throw refused }
    do {
      let purge = try undoable({ journal.endIfInterrupted() }) { try carryOut(journal) }
      journal.end(counts: purge.counts)
      journal.close()
      if let refused = journal.refused { throw refused.after(purge.isDone ? "la purge est faite" : nil) }
    } catch {
      journal.end(error.asFailure)
      journal.close()
      throw error
    }
  }

  private func carryOut(_ journal: Journal) throws -> Purge {
    let isSilent = quiet || json
    let purge = try purgeArchive(
      folders.openInputs(), folders.reportsFolder, olderThan: olderThan?.count, isDry: dryRun
    ) { purge in
      if !isSilent { try Output.standard.write(describe(purge)) }
    }
    if purge.isDone, !purge.entries.isEmpty || !purge.leftovers.isEmpty {
      journal.note(.purged, "archives purgées", ["counts": .counts(purge.counts)])
      if !isSilent { try Output.standard.write("Retirées ; le registre le note.\n", done: "la purge est faite") }
    } else if dryRun, !purge.entries.isEmpty, !isSilent {
      try Output.standard.write("Essai : rien n'est retiré.\n")
    }
    if json {
      try Output.standard.write(bilan.json(PurgeReport(purge)), done: purge.isDone ? "la purge est faite" : nil)
    }
    return purge
  }
}

extension Purge {
  fileprivate var counts: [String: Int] { ["purged": isDone ? entries.count : 0, "past": entries.count, "kept": kept] }
}

private func describe(_ purge: Purge) -> String {
  let evidence = purge.ofEvidence > purge.months ? ", \(purge.ofEvidence) pour ce qui est envoyé ou clos" : ""
  let period = "durée de conservation : \(purge.months) mois\(evidence)"
  guard !purge.entries.isEmpty || !purge.leftovers.isEmpty else {
    return "Rien à retirer, \(purge.kept) archives gardées (\(period)).\n"
  }
  var text = "Archives dont le temps est passé (\(period)) :\n"
  for entry in purge.entries {
    text += "  \(entry.files.joined(separator: ", ")) : éditions \(entry.editions.joined(separator: ", "))\n"
  }
  if !purge.leftovers.isEmpty { text += "  restes d'exécutions qui n'ont rien publié : \(purge.leftovers.count)\n" }
  text +=
    "\(purge.entries.count) archive\(purge.entries.count > 1 ? "s" : ""), \((purge.bytes + 1023) / 1024) Kio ; \(purge.kept) gardées.\n"
  guard !purge.editions.isEmpty else { return text }
  return text + "Ne se recalculent plus ensuite : \(purge.editions.joined(separator: ", ")).\n"
}
