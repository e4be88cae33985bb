import ArgumentParser
import Domain
import Pipeline
import Host

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tout ce dont une exécution dépend : définitions, exports, dossiers, disque, registre, archive, clé.",
    discussion: """
      Les exports sont tous ouverts et lus, et le mois le plus récent est essayé comme le ferait bilan run. Rien n'est modifié :
      un dossier d'essai, là où sont les rapports, disparaît aussitôt. Code 1 si quelque chose empêche de publier.

      --rebuild refait un registre abîmé, perdu ou trop ancien, depuis les éditions et l'archive. L'ancien est mis à l'écart, jamais
      effacé ; ce qui est perdu est dit, et chaque édition vérifiée. Un registre sain reste tel quel.
      """)

  @OptionGroup var folders: Folders
  @Flag(help: "Refaire le registre depuis les éditions et l'archive.") var rebuild = false
  @Flag(help: "Pour les programmes.") var json = false

  func run() throws {
    guard !rebuild else { return try runRebuild() }
    let symptoms = examine(inputs: folders.inputsPath, reports: folders.reportsFolder)
    if json {
      try Output.standard.write(
        bilan.json(symptoms.map { ["what": $0.what, "state": $0.state.rawValue, "words": $0.french] }))
    } else {
      for symptom in symptoms {
        let lines = symptom.french.split(separator: "\n").joined(separator: "\n    ")
        try Output.standard.write("\(symptom.state.sign) \(symptom.what) : \(lines)\n")
      }
    }
    if symptoms.contains(where: { $0.state == .wrong }) { throw ExitCode(.no) }
  }
}

extension DoctorCommand {
  private func runRebuild() throws {
    let rebuilt = try ProgressBar.during { try rebuildLedger(folders.reportsFolder, progress: $0) }
    if json {
      try Output.standard.write(bilan.json(RebuildReport(rebuilt)))
    } else {
      try Output.standard.write(describe(rebuilt))
    }
    if let rebuilt, rebuilt.verifications.contains(where: { !$0.discrepancies.isEmpty }) { throw ExitCode(.no) }
  }
}

extension Symptom.State {
  fileprivate var sign: String {
    switch self {
    case .fine: return "✓"
    case .doubtful: return "!"
    case .wrong: return "✗"
    }
  }
}
