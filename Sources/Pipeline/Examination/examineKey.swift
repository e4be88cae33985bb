import Domain
import Failures
import Host
import Ledger

/// Whose reports these are, and the key of their pseudonyms: that it is the right one, and where it stands. Nothing is said of
/// which key it should be where the ledger cannot be read.
func keySymptoms(
  _ programme: Programme, _ inputs: InputsFolder, _ reports: ReportsFolder, _ store: EditionStore?,
  isUnpublished: Bool
) -> [Symptom] {
  let path = keyPath(programme, inputs)
  var symptoms: [Symptom] = []
  if store != nil || isUnpublished {
    let owner = (try? store?.programme()) ?? nil
    if let owner, owner.id != programme.id { symptoms.append(otherProgramme(owner.id, programme.id)) }
    symptoms.append(keySymptom(programme, inputs, owner?.keyId))
  } else if !exists(path), (try? reports.editionFolders())?.isEmpty == false {
    symptoms.append(
      Symptom(
        what: "clé", state: .wrong,
        french:
          "\(path) : la clé de pseudonymisation a disparu, et il y a des éditions ; la remettre depuis une sauvegarde"))
  }
  if exists(path), let danger = danger(path, inputs, reports) { symptoms.append(danger) }
  return symptoms
}

private func otherProgramme(_ found: String, _ expected: String) -> Symptom {
  Symptom(
    what: "registre", state: .wrong,
    french: "ces rapports sont ceux du programme « \(found) », pas de « \(expected) » ; voir --reports")
}

private func keySymptom(_ programme: Programme, _ inputs: InputsFolder, _ ledgerKeyId: String?) -> Symptom {
  Symptom("clé") {
    let key = try openKey(programme, inputs, ledgerKeyId: ledgerKeyId, mayCreate: false, say: { _ in })
    let path = keyPath(programme, inputs)
    guard key == nil else { return (.fine, "\(path) : la bonne, lisible par son seul propriétaire") }
    let folder = parentFolder(of: path)
    guard isWritable(folder) else {
      return (
        .wrong,
        "\(path) ne pourra pas être créée ; sudo sh -c 'head -c 32 /dev/urandom >\"$0\"' \(shellWord(path)) && sudo chmod 600 \(shellWord(path)) && sudo chown $(id -u) \(shellWord(path))"
      )
    }
    return (.fine, "\(path) sera créée par la première publication")
  }
}

/// A key beside what it protects goes where that goes: into the same backup, to the same readers.
private func danger(_ path: String, _ inputs: InputsFolder, _ reports: ReportsFolder) -> Symptom? {
  guard let key = realPath(path) else { return nil }
  let remedy =
    "la mettre ailleurs (key_file dans programme.yaml ; par défaut à côté de \(inputs.path)), puis mv \(shellWord(path)) vers cette place"
  if isInside(key, "\(inputs.path)/exports") {
    return Symptom(
      what: "clé", state: .wrong, french: "\(path) : la clé est dans un dossier de dépôt des associations ; \(remedy)")
  }
  for (folder, words) in [(inputs.path, "les données"), (reports.path, "les rapports")] where isInside(key, folder) {
    return Symptom(
      what: "clé", state: .doubtful,
      french: "\(path) : la clé est dans \(words), qui lit ou copie les uns a l'autre ; \(remedy)")
  }
  return nil
}
