import Domain
import Failures
import Host

/// Data, reports or the key of the pseudonyms stand where one would give the other away.
package struct Misplaced: Failure, Hashable {
  /// The key alone; else a folder.
  let isKey: Bool
  package let message: String
  package let remedy: String?

  package var exitCode: ExitCode { .configuration }
}

/// Before anything is made or written. Throws the first ``Misplaced``.
func requireApart(_ programme: Programme, inputs: String, _ reports: ReportsFolder) throws {
  if let first = misplaced(programme, inputs: inputs, reports).first { throw first }
}

/// What stands where it would be seen by whom it is kept from; by real paths, also of what is not there yet. A key in the data goes
/// where they are copied to, and undoes the pseudonyms; in the reports, to whoever gets these; data in the reports, too; reports
/// in a folder that an association fills are open to that association.
func misplaced(_ programme: Programme?, inputs: String, _ reports: ReportsFolder) -> [Misplaced] {
  let uploads = ["\(inputs)/exports"] + (programme?.associations ?? []).map { "\(inputs)/exports/\($0.id)" }
  if uploads.contains(where: { isInside(reports.path, $0) }) {
    let place = freeName("\(parentFolder(of: inputs))/reports")
    let move = exists(reports.path) ? "mv \(shellWord(reports.path)) \(shellWord(place)), puis " : ""
    return [
      Misplaced(
        isKey: false, message: "\(reports.path) : les rapports sont dans un dossier de dépôt des associations.",
        remedy: "Les mettre ailleurs : \(move)bilan run --reports \(shellWord(place))")
    ]
  }
  if let data = ([inputs] + uploads).first(where: { isInside($0, reports.path) }) {
    return [
      Misplaced(
        isKey: false,
        message: "\(data) : les données sont dans les rapports (\(reports.path)), qui sont à transmettre.",
        remedy: "Choisir un dossier de rapports où rien d'autre n'est : bilan run --reports \(shellWord(besides(data)))"
      )
    ]
  }
  guard let programme else { return [] }
  let key = keyPath(programme, inputs: inputs)
  let places =
    uploads.map { ($0, "un dossier de dépôt des associations") } + [
      (inputs, "les données"), (reports.path, "les rapports"),
    ]
  return places.first { isInside(key, $0.0) }.map { [misplacedKey(key, in: $0.1, programme, inputs)] } ?? []
}

private func misplacedKey(_ key: String, in words: String, _ programme: Programme, _ inputs: String) -> Misplaced {
  let file = "\(inputs)/programme.yaml"
  let usual = keyPath(nil, inputs: inputs)
  let message = "\(key) : la clé de pseudonymisation est dans \(words), et part avec leurs copies ou se lit avec eux."
  guard exists(key) else {
    return Misplaced(
      isKey: true, message: message.replacing(" est dans ", with: " serait dans "),
      remedy: "Retirer la ligne key_file de \(file) : la clé sera \(usual)")
  }
  guard exists(usual) else {
    return Misplaced(
      isKey: true, message: message,
      remedy: "mv \(shellWord(key)) \(shellWord(usual)), puis retirer la ligne key_file de \(file)")
  }
  // Another programme's key has the usual place.
  let name = "../.bilan-key-\(programme.id)"
  let other = keyPath(name, inputs: inputs)
  return Misplaced(
    isKey: true, message: message,
    remedy: "mv -n \(shellWord(key)) \(shellWord(other)), puis écrire key_file: \(name) dans \(file)")
}

private func freeName(_ path: String) -> String { exists(path) ? asideName(path) : path }

/// A name for reports beside the folder that holds the data.
private func besides(_ inputs: String) -> String {
  let parent = parentFolder(of: inputs)
  let place = parent == "." ? "reports" : "\(parent)/reports"
  return freeName(place)
}
