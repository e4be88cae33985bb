import CSV
import Define
import Domain
import Failures
import Ledger
import Host
import Workbook

/// One thing that `doctor` looked at.
package struct Symptom: Sendable {
  package enum State: String, Hashable, Sendable {
    case fine, doubtful, wrong
  }
  package let what: String
  package let state: State
  /// In French; where something is wrong, what to do.
  package let words: String
}

/// Everything a run depends on, looked at without changing anything: program and libraries, definitions, folders, ledger,
/// archive, key.
package func examine(inputs path: String, reports: ReportsFolder) -> [Symptom] {
  var symptoms = [
    Symptom(
      what: "programme", state: .fine,
      words:
        "bilan \(bilanVersion) ; libcsv \(CSV.libraryVersion), libxlsxwriter \(Workbook.libraryVersion), SQLite \((try? Ledger.libraryVersion()) ?? "?")"
    )
  ]
  var inputs: InputsFolder?
  var programme: Programme?
  symptoms.append(
    symptom("définitions") {
      let folder = try InputsFolder(path)
      inputs = folder
      let loaded = try loadDefinitions(folder)
      programme = loaded.definitions.programme
      return (
        .fine,
        "\(loaded.files.count) fichiers lus, \(loaded.definitions.catalogue.indicators.count) indicateurs, \(loaded.definitions.funders.count) financeurs"
      )
    })
  symptoms.append(folderSymptom(reports))
  let isThere: Bool
  do { isThere = try isPresent(reports.ledger) || isPresent(reports.editions) } catch {
    symptoms.append(Symptom(what: "registre", state: .wrong, words: "\(error) ; vérifier les droits du dossier"))
    return symptoms
  }
  guard isThere else {
    symptoms.append(Symptom(what: "registre", state: .fine, words: "pas encore de registre : rien n'a été publié"))
    if let programme, let inputs { symptoms.append(keySymptom(programme, inputs, nil)) }
    return symptoms
  }
  var store: EditionStore?
  symptoms.append(
    symptom("registre") {
      guard let opened = try EditionStore(reading: reports) else { return (.fine, "pas encore de registre") }
      let errors = try opened.ledger.integrityErrors()
      guard errors.isEmpty else {
        return (.wrong, "\(reports.ledger) : " + errors.prefix(3).joined(separator: " ; "))
      }
      store = opened
      let count = try opened.editions().count
      return (.fine, "intègre, \(count) édition\(count < 2 ? "" : "s")")
    })
  guard let store else { return symptoms }
  symptoms.append(
    symptom("fichiers") {
      let found = try discrepanciesInForce(store)
      guard found.isEmpty else {
        return (.wrong, "\(found[0])\(found.count > 1 ? " ; et \(found.count - 1) autres (bilan verify)" : "")")
      }
      return (.fine, "les éditions en cours et leurs archives sont intactes")
    })
  symptoms += editionSymptoms(store)
  if let programme, let inputs {
    let owner = (try? store.ledger.programme()) ?? nil
    if let owner, owner.id != programme.id {
      symptoms.append(
        Symptom(
          what: "registre", state: .wrong,
          words: "ces rapports sont ceux du programme « \(owner.id) », pas de « \(programme.id) » ; voir --reports"))
    }
    symptoms.append(keySymptom(programme, inputs, owner?.keyId))
  }
  return symptoms
}

private func symptom(_ what: String, _ look: () throws -> (Symptom.State, String)) -> Symptom {
  do {
    let (state, words) = try look()
    return Symptom(what: what, state: state, words: words)
  } catch {
    return Symptom(what: what, state: .wrong, words: error.asFailure.oneLine)
  }
}

private func folderSymptom(_ reports: ReportsFolder) -> Symptom {
  guard exists(reports.path) else {
    return Symptom(what: "rapports", state: .fine, words: "\(reports.path) sera créé par la première publication")
  }
  guard isWritable(reports.path) else {
    return Symptom(
      what: "rapports", state: .wrong, words: "\(reports.path) : écriture refusée ; vérifier le propriétaire du dossier"
    )
  }
  guard let free = freeBytes(reports.path) else {
    return Symptom(what: "rapports", state: .doubtful, words: "\(reports.path) : place libre inconnue")
  }
  // A year of editions takes about as much.
  let isTight = free < 100 << 20
  return Symptom(
    what: "rapports", state: isTight ? .doubtful : .fine,
    words: "\(reports.path) : \(free >> 20) Mo libres" + (isTight ? " ; faire de la place" : ""))
}

private func keySymptom(_ programme: Programme, _ inputs: InputsFolder, _ ledgerKeyId: String?) -> Symptom {
  symptom("clé") {
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
      return [Symptom(what: "éditions", state: .fine, words: "chaque lien montre la dernière édition")]
    }
    return unsettled.map {
      Symptom(what: "éditions", state: .doubtful, words: "\($0) ; la prochaine exécution le règle")
    }
  } catch {
    return [Symptom(what: "éditions", state: .wrong, words: error.asFailure.oneLine)]
  }
}
