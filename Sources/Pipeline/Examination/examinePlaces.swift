import Domain
import Host

/// Whether data and reports stand apart: what a run refuses, and reports among the data, which only get in each other's way.
/// `programme` nil: it cannot be read.
func placeSymptom(_ programme: Programme?, inputs: String, _ reports: ReportsFolder) -> Symptom {
  func symptom(_ state: Symptom.State, _ text: String) -> Symptom {
    Symptom(what: "emplacement", state: state, french: text)
  }
  if let wrong = misplaced(programme, inputs: inputs, reports).first(where: { !$0.isKey }) {
    return symptom(.wrong, wrong.oneLine)
  }
  if isInside(reports.path, inputs) {
    return symptom(
      .doubtful,
      "\(reports.path) : les rapports sont dans les données ; choisir un autre dossier : --reports, ou reports à côté de \(inputs)"
    )
  }
  return symptom(.fine, "données et rapports à part : \(inputs), \(reports.path)")
}
