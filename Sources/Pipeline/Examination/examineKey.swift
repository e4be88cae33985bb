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
  let path = keyPath(programme, inputs: inputs.path)
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
  for wrong in misplaced(programme, inputs: inputs.path, reports) where wrong.isKey {
    symptoms.append(Symptom(what: "clé", state: .wrong, french: wrong.oneLine))
  }
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
    let path = keyPath(programme, inputs: inputs.path)
    guard key == nil else { return (.fine, "\(path) : la bonne, lisible par son seul propriétaire") }
    guard isWritable(parentFolder(of: path)) else { return (.wrong, KeyUncreatable(path: path).oneLine) }
    return (.fine, "\(path) sera créée par la première publication")
  }
}
