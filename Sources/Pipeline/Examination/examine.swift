import CSV
import Define
import Domain
import Failures
import Host
import Ledger
import Workbook

/// Everything a run depends on, looked at without changing anything that lasts: program and libraries, clock, definitions, exports,
/// folders, disk, lock, ledger, archive, key; and in the end whether a run would publish. What rests on something that is wrong is
/// not looked at. `now`: seconds since 1970.
package func examine(inputs path: String, reports: ReportsFolder, now: Int = Clock.now) -> [Symptom] {
  var inputs: InputsFolder?
  var loaded: LoadedDefinitions?
  let definitions = definitionSymptom {
    let folder = try InputsFolder(path)
    inputs = folder
    let found = try loadDefinitions(folder)
    loaded = found
    try requireFunders(found.files)
    return french(found)
  }
  var symptoms = [
    softwareSymptom(), clockSymptom(now), definitions,
    placeSymptom(loaded?.definitions.programme, inputs: path, reports),
  ]
  var month: Month?
  if let inputs, let loaded {
    symptoms += [placeholderSymptom(loaded.files)].compactMap { $0 }
    let exports = exportSymptoms(inputs, loaded.definitions, now: now)
    symptoms += exports.symptoms
    month = exports.month
  }
  symptoms += reportSymptoms(reports)
  let (ledger, store) = ledgerSymptoms(reports)
  symptoms += linkSymptoms(reports, store) + ledger
  if let store { symptoms += [filesSymptom(store)] + editionSymptoms(store) + [secrecySymptom(store)] }
  if let inputs, let programme = loaded?.definitions.programme {
    symptoms += keySymptoms(programme, inputs, reports, store, isUnpublished: store == nil && !ledger.hasWrong)
    // A published month whose files are gone is no month that there are files of.
    let published = (try? store?.currentEditions().keys.max()) ?? nil
    if let month = [month, published].compactMap({ $0 }).max(), !symptoms.hasWrong {
      symptoms.append(publicationSymptom(month, inputs, reports))
    }
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

/// A clock that was never set says 1970, or the day its battery died: the default month would be one before every programme.
private func clockSymptom(_ now: Int) -> Symptom {
  let day = todayInParis(now)
  let isAbsurd = day < Day(year: 2020, month: 1, day: 1) || day > Day(year: 2100, month: 1, day: 1)
  return Symptom(
    what: "horloge", state: isAbsurd ? .wrong : .fine,
    french: isAbsurd
      ? "cette machine se croit le \(day.french) : le mois par défaut serait faux ; la mettre à l'heure : sudo timedatectl set-ntp true"
      : "nous sommes le \(day.french)")
}

/// Every error of the definitions, each on its line.
private func definitionSymptom(_ look: () throws -> String) -> Symptom {
  do { return Symptom(what: "définitions", state: .fine, french: try look()) } catch {
    let failure = error.asFailure
    let lines =
      failure.details.isEmpty ? [failure.oneLine] : [failure.message] + failure.details + [failure.remedy ?? ""]
    return Symptom(
      what: "définitions", state: .wrong, french: lines.filter { !$0.isEmpty }.joined(separator: "\n"))
  }
}

private func french(_ loaded: LoadedDefinitions) -> String {
  let (catalogue, funders) = (loaded.definitions.catalogue, loaded.definitions.funders)
  return
    "\(loaded.files.count) fichiers lus, \(catalogue.indicators.count) indicateurs, \(funders.count) financeur\(funders.count > 1 ? "s" : "")"
}

/// What `bilan run` would say of the newest month that there are files or an edition of.
private func publicationSymptom(_ month: Month, _ inputs: InputsFolder, _ reports: ReportsFolder) -> Symptom {
  Symptom("publication") {
    var request = RunRequest()
    request.first = month
    request.last = month
    guard let plan = try planMonths(request, inputs: inputs, reports: reports).first(where: { $0.month == month })
    else {
      return (.doubtful, "\(month.french) : rien à publier ; bilan run --help dit quel mois l'est par défaut")
    }
    guard plan.refusals.isEmpty else {
      return (.wrong, "bilan run \(month) ne publierait rien : " + plan.refusals.joined(separator: " ; "))
    }
    guard let next = plan.next else {
      return (.fine, "\(month.french) : inchangé depuis l'édition \(plan.current ?? "")")
    }
    return (.fine, "bilan run \(month) publierait l'édition \(next)")
  }
}
