import Failures
import Host
import Ledger

/// The ledger, and the store where it can be used.
func ledgerSymptoms(_ reports: ReportsFolder) -> ([Symptom], EditionStore?) {
  do {
    guard try isPresent(reports.ledger) || isPresent(reports.editions) else {
      return ([Symptom(what: "registre", state: .fine, french: "pas encore de registre : rien n'a été publié")], nil)
    }
  } catch {
    return ([Symptom(what: "registre", state: .wrong, french: "\(error) ; vérifier les droits du dossier")], nil)
  }
  var store: EditionStore?
  let symptom = Symptom("registre") {
    do {
      guard let opened = try EditionStore(reading: reports) else { return (.fine, "pas encore de registre") }
      let errors = try opened.ledger.integrityErrors()
      guard errors.isEmpty else {
        let causes = errors.prefix(3) + [rebuildRemedy(reports.ledger)]
        return (.wrong, "\(reports.ledger) : " + causes.joined(separator: " ; "))
      }
      store = opened
      let count = try opened.editions().count
      return (.fine, "intègre, \(count) édition\(count < 2 ? "" : "s")")
    } catch let error as LedgerError where error.kind == .older {
      // A run brings it up to date: nothing stops it.
      return (.doubtful, error.oneLine)
    }
  }
  return ([symptom], store)
}

func filesSymptom(_ store: EditionStore) -> Symptom {
  Symptom("fichiers") {
    let found = try discrepanciesInForce(store)
    guard let first = found.first else { return (.fine, "les éditions en cours et leurs archives sont intactes") }
    return (.wrong, first + (found.count > 1 ? " ; et \(found.count - 1) autres (bilan verify)" : ""))
  }
}

func editionSymptoms(_ store: EditionStore) -> [Symptom] {
  do {
    // Of a month whose link something is in the way of is told elsewhere what becomes of it.
    let unsettled = try store.unsettled().filter { text in
      ![.folder, .file].contains(entryKind("\(store.reports.path)/\(text.prefix { $0 != " " })"))
    }
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

/// How much the newest edition hides, and why.
func secrecySymptom(_ store: EditionStore) -> Symptom {
  Symptom("secret") {
    guard let edition = try store.currentEditions().max(by: { $0.key < $1.key })?.value else {
      return (.fine, "rien n'est publié")
    }
    let printed = try store.definitions(of: edition).definitions.printed(of: store.figures(of: edition))
    let hidden = try store.hiddenCells(of: edition).filter { printed.contains($0.key) }
    let others = hidden.filter { $0.mark == .D }
    let protected = Set(others.flatMap(\.protects)).count
    return (
      .fine,
      "édition \(edition.name) : des \(printed.count) chiffres des rapports, \(hidden.count - others.count) masqués parce que petits (C), "
        + "\(others.count) pour en protéger d'autres (D\(protected == 0 ? "" : " : \(protected) chiffres protégés"))"
    )
  }
}
