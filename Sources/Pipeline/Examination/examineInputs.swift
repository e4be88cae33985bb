import Domain
import Failures
import Host
import Ingest

/// The exports as a run reads them: every folder listed, every file opened, then all of them understood for the newest month
/// that there are files of. `month`: that one.
func exportSymptoms(
  _ inputs: InputsFolder, _ definitions: Definitions, now: Int
) -> (symptoms: [Symptom], month: Month?) {
  let programme = definitions.programme
  guard (try? inputs.has("exports")) != false else {
    let folders = programme.associations.map { shellWord("\(inputs.path)/exports/\($0.id)") }
    let text =
      "\(inputs.path)/exports : introuvable, rien ne peut être lu ; mkdir -p \(folders.joined(separator: " "))"
    return ([Symptom(what: "exports", state: .wrong, french: text)], nil)
  }
  var symptoms = folderSymptoms(inputs, programme)
  guard !symptoms.hasWrong else { return (symptoms, nil) }
  // With a clock that is wrong, what is there is read all the same.
  let last = todayInParis(now).month.advanced(by: -1)
  let limit = last < programme.start ? Month.accepted.upperBound : last
  do {
    let listed = try listExports(inputs, programme, upTo: limit)
    let exports = listed.files(of: min(limit, max(last, programme.start)))
    // Of a file that holds many months the name does not say which.
    guard let month = listed.exports.map(\.month).max() ?? exports.map(\.month).max() else {
      let text = "aucun export, rien ne serait publié ; un fichier vide à remplir : bilan template etp"
      return (symptoms + [Symptom(what: "exports", state: .doubtful, french: text)], nil)
    }
    let unread = exports.compactMap { export in fault(of: inputs.path + "/" + export.file) }
    let reading = readingSymptom(inputs, month: month)
    symptoms += [reading] + told(unread, stopsARun: reading.state == .wrong)
    symptoms += arrivingSymptom(try stillArriving(inputs, programme, upTo: month))
    return (symptoms, month)
  } catch {
    return (symptoms + [Symptom(what: "exports", state: .wrong, french: error.asFailure.oneLine)], nil)
  }
}

/// A folder for each association that owes something, which this user can look into.
private func folderSymptoms(_ inputs: InputsFolder, _ programme: Programme) -> [Symptom] {
  var symptoms: [Symptom] = []
  for folder in ["exports"] + programme.associations.map({ "exports/\($0.id)" })
  where (try? inputs.has(folder)) != false {
    let path = "\(inputs.path)/\(folder)"
    do { _ = try inputs.list(folder) } catch {
      let remedy =
        isFolder(path)
        ? "sudo chgrp $(id -g) \(shellWord(path)) && sudo chmod g+rx \(shellWord(path))" : "en faire un dossier"
      // An association's own folder that is closed to us is that association's trouble: what it owes is refused.
      symptoms.append(
        Symptom(
          what: "exports", state: folder == "exports" || !isFolder(path) ? .wrong : .doubtful,
          french: "\(path) : dossier illisible ; \(remedy)"))
    }
  }
  let today = todayInParis().month
  let lacking = programme.associations.filter { association in
    !association.owes.isEmpty && association.isMember(in: max(today, programme.start))
      && (try? inputs.has("exports/\(association.id)")) == false
  }.map { shellWord("\(inputs.path)/exports/\($0.id)") }
  if !lacking.isEmpty {
    symptoms.append(
      Symptom(
        what: "exports", state: .doubtful,
        french:
          "\(lacking.count < 2 ? "une association n'a" : "\(lacking.count) associations n'ont") pas de dossier ; mkdir \(lacking.joined(separator: " "))"
      ))
  }
  return symptoms
}

/// Why a file cannot be read, and what to do; nil where it can be opened.
private func fault(of path: String) -> String? {
  do { _ = try RegularFile(path, limit: exportLimit) } catch RegularFile.Refusal.notRegular {
    return
      "\(path) : ce n'est pas un fichier ordinaire (lien, tube ou périphérique) ; rm \(shellWord(path)), puis déposer le fichier lui-même"
  } catch RegularFile.Refusal.tooLarge(let bytes) {
    return
      "\(path) : \(bytes >> 20) Mo, plus que les \(exportLimit >> 20) Mo d'un export ; vérifier que c'est celui d'un seul mois"
  } catch let error as SystemError where error.isPermission {
    return
      "\(path) : lecture refusée ; sudo chgrp $(id -g) \(shellWord(path)) && sudo chmod g+r \(shellWord(path))"
  } catch { return error.asFailure.oneLine }
  return nil
}

private func told(_ unread: [String], stopsARun: Bool) -> [Symptom] {
  let shown = unread.prefix(10).map {
    Symptom(what: "exports", state: stopsARun ? .wrong : .doubtful, french: $0)
  }
  guard unread.count > 10 else { return shown }
  let text = "et \(unread.count - 10) autres fichiers qui ne peuvent être lus"
  return shown + [Symptom(what: "exports", state: stopsARun ? .wrong : .doubtful, french: text)]
}

/// All of them read and understood, as `bilan check` does.
private func readingSymptom(_ inputs: InputsFolder, month: Month) -> Symptom {
  Symptom("exports") {
    let checked = try readInputs(inputs, month: month, rows: .checked, timings: Timings())
    let came = checked.facts.deliveries.filter { $0.outcome != .absent }
    let refused = came.filter { $0.outcome == .refused }
    let counts =
      "\(came.count) exports lus jusqu'à \(month.french) : \(came.count - refused.count) acceptés, \(refused.count) refusés"
    guard let newest = refused.map(\.month).max() else { return (.fine, counts) }
    return (.doubtful, "\(counts) ; pourquoi : bilan check \(newest)")
  }
}

private func arrivingSymptom(_ arriving: [Finding]) -> [Symptom] {
  guard let first = arriving.first?.file else { return [] }
  let others = arriving.count > 1 ? " et \(arriving.count - 1) autres" : ""
  return [
    Symptom(
      what: "exports", state: .doubtful,
      french:
        "\(first)\(others) : arrive peut-être encore ; une exécution attend la fin de l'envoi, et s'arrête sinon (75)")
  ]
}

private func isFolder(_ path: String) -> Bool {
  guard let real = realPath(path) else { return false }
  return entryKind(real) == .folder
}
