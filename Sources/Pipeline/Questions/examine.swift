import CSV
import Define
import Domain
import Failures
import Host
import Ledger
import Workbook

/// Everything a run depends on, looked at without changing anything: program and libraries, definitions, folders, ledger,
/// archive, key. What rests on something that is wrong is not looked at.
package func examine(inputs path: String, reports: ReportsFolder) -> [Symptom] {
  var inputs: InputsFolder?
  var programme: Programme?
  var unsaid: Symptom?
  let definitions = Symptom("définitions") {
    let folder = try InputsFolder(path)
    inputs = folder
    let loaded = try loadDefinitions(folder)
    programme = loaded.definitions.programme
    unsaid = placeholderSymptom(loaded.files)
    return (.fine, french(loaded))
  }
  let (ledger, store) = ledgerSymptoms(reports)
  var symptoms = [softwareSymptom(), definitions] + [unsaid].compactMap { $0 } + [folderSymptom(reports)] + ledger
  if let store { symptoms += [filesSymptom(store)] + editionSymptoms(store) }
  // A key is told of where nothing was published yet, or where the ledger can be read.
  let isUnpublished = ledger.allSatisfy { $0.state == .fine } && store == nil
  if let programme, let inputs, store != nil || isUnpublished {
    let owner = (try? store?.ledger.programme()) ?? nil
    if let owner, owner.id != programme.id { symptoms.append(otherProgramme(owner.id, programme.id)) }
    symptoms.append(keySymptom(programme, inputs, owner?.keyId))
  }
  return symptoms
}

private func softwareSymptom() -> Symptom {
  let sqlite = (try? Ledger.libraryVersion()) ?? "?"
  return Symptom(
    what: "programme", state: .fine,
    french:
      "bilan \(bilanVersion) ; libcsv \(CSV.libraryVersion), libxlsxwriter \(Workbook.libraryVersion), SQLite \(sqlite)"
  )
}

private func french(_ loaded: LoadedDefinitions) -> String {
  let (catalogue, funders) = (loaded.definitions.catalogue, loaded.definitions.funders)
  return "\(loaded.files.count) fichiers lus, \(catalogue.indicators.count) indicateurs, \(funders.count) financeurs"
}

/// The ledger, and the store where it can be used.
private func ledgerSymptoms(_ reports: ReportsFolder) -> ([Symptom], EditionStore?) {
  do {
    guard try isPresent(reports.ledger) || isPresent(reports.editions) else {
      return ([Symptom(what: "registre", state: .fine, french: "pas encore de registre : rien n'a été publié")], nil)
    }
  } catch {
    return ([Symptom(what: "registre", state: .wrong, french: "\(error) ; vérifier les droits du dossier")], nil)
  }
  var store: EditionStore?
  let symptom = Symptom("registre") {
    guard let opened = try EditionStore(reading: reports) else { return (.fine, "pas encore de registre") }
    let errors = try opened.ledger.integrityErrors()
    guard errors.isEmpty else { return (.wrong, "\(reports.ledger) : " + errors.prefix(3).joined(separator: " ; ")) }
    store = opened
    let count = try opened.editions().count
    return (.fine, "intègre, \(count) édition\(count < 2 ? "" : "s")")
  }
  return ([symptom], store)
}

private func filesSymptom(_ store: EditionStore) -> Symptom {
  Symptom("fichiers") {
    let found = try discrepanciesInForce(store)
    guard let first = found.first else { return (.fine, "les éditions en cours et leurs archives sont intactes") }
    return (.wrong, first + (found.count > 1 ? " ; et \(found.count - 1) autres (bilan verify)" : ""))
  }
}

private func otherProgramme(_ found: String, _ expected: String) -> Symptom {
  Symptom(
    what: "registre", state: .wrong,
    french: "ces rapports sont ceux du programme « \(found) », pas de « \(expected) » ; voir --reports")
}

private func folderSymptom(_ reports: ReportsFolder) -> Symptom {
  guard exists(reports.path) else {
    return Symptom(what: "rapports", state: .fine, french: "\(reports.path) sera créé par la première publication")
  }
  guard isWritable(reports.path) else {
    return Symptom(
      what: "rapports", state: .wrong,
      french: "\(reports.path) : écriture refusée ; vérifier le propriétaire du dossier"
    )
  }
  guard let free = freeBytes(reports.path) else {
    return Symptom(what: "rapports", state: .doubtful, french: "\(reports.path) : place libre inconnue")
  }
  // A year of editions takes about as much.
  let isTight = free < 100 << 20
  return Symptom(
    what: "rapports", state: isTight ? .doubtful : .fine,
    french: "\(reports.path) : \(free >> 20) Mo libres" + (isTight ? " ; faire de la place" : ""))
}

private func keySymptom(_ programme: Programme, _ inputs: InputsFolder, _ ledgerKeyId: String?) -> Symptom {
  Symptom("clé") {
    let key = try openKey(programme, inputs, ledgerKeyId: ledgerKeyId, mayCreate: false, say: { _ in })
    let path = keyPath(programme, inputs)
    return (
      .fine,
      key == nil
        ? "\(path) sera créée par la première publication" : "\(path) : la bonne, lisible par son seul propriétaire"
    )
  }
}

private func editionSymptoms(_ store: EditionStore) -> [Symptom] {
  do {
    let unsettled = try store.unsettled()
    try requireOneKill(store)
    guard !unsettled.isEmpty else {
      return [Symptom(what: "éditions", state: .fine, french: "chaque lien montre la dernière édition")]
    }
    return unsettled.map {
      Symptom(what: "éditions", state: .doubtful, french: "\($0) ; la prochaine exécution le règle")
    }
  } catch {
    return [Symptom(what: "éditions", state: .wrong, french: error.asFailure.oneLine)]
  }
}
