import Compute
import Domain
import Protect
import Report
import System
import Workbook

/// A workbook or a cell that shows no figure of ours: exit 64.
package struct NoFigureThere: Error, Hashable, Sendable {
  package let message: String
}

/// The figure behind a cell of a delivered workbook, and its month. The sheet is laid out again from the inputs as they
/// are; `say` gets a warning where they are no longer those of the edition.
package func figureBehind(
  _ cell: String, of workbook: String, inputs: InputsFolder, say: (String) -> Void
) throws -> (ExplainRequest, Month) {
  let (funderId, month) = try nameParts(workbook)
  let (sheet, place) = try cellParts(cell)
  let gathered = try gather(inputs, month: month, timings: Timings())
  guard let funder = gathered.definitions.funders.first(where: { $0.id == funderId }) else {
    throw NoFigureThere(message: "Aucun financeur « \(funderId) » dans inputs/funders.")
  }
  let manifest = try manifest(beside: workbook)
  if manifest.fingerprint != fingerprint(gathered) {
    say("les données ou les définitions ont changé depuis l'édition \(manifest.edition)")
  }
  let edition = Edition(month: month, number: Int(manifest.edition.dropFirst(8)) ?? 1, reason: manifest.reason)
  let report = FunderReport(reportedMonth(gathered, computeAll(gathered), edition, timings: Timings()), funder)
  guard let key = report.figure(at: place, on: sheet) else {
    throw NoFigureThere(
      message:
        "« \(sheet)!\(place.name) » ne montre pas de chiffre du mois ; feuilles : \(report.sheetNames.joined(separator: ", "))."
    )
  }
  return (ExplainRequest(indicator: key.indicator, horizon: key.horizon, cell: key.cell), month)
}

/// `region-2022-05.xlsx`
private func nameParts(_ workbook: String) throws -> (String, Month) {
  let name = workbook.split(separator: "/").last.map(String.init) ?? workbook
  guard name.hasSuffix(".xlsx"), name.count > 13, let month = Month(name.dropLast(5).suffix(7)) else {
    throw NoFigureThere(message: "\(workbook) : attendu, un classeur livré comme region-2022-05.xlsx")
  }
  return (String(name.dropLast(13)), month)
}

/// `Emplois par axe!C7`, the sheet quoted or not.
private func cellParts(_ cell: String) throws -> (String, CellPlace) {
  guard let mark = cell.lastIndex(of: "!"), let place = CellPlace(name: cell[cell.index(after: mark)...].utf8) else {
    throw NoFigureThere(message: "« \(cell) » : attendu, une feuille et une case comme 'Emplois par axe!C7'")
  }
  return (cell[..<mark].trimmingQuotes, place)
}

extension Substring {
  fileprivate var trimmingQuotes: String {
    hasPrefix("'") && hasSuffix("'") && count > 1 ? String(dropFirst().dropLast()) : String(self)
  }
}

/// manifest.json of the edition in which the workbook stands.
private func manifest(beside workbook: String) throws -> Manifest {
  let folder = workbook.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  let path = (folder.isEmpty ? ".." : folder + "/..") + "/manifest.json"
  guard let bytes = try? readFile(path) else {
    throw NoFigureThere(message: "\(path) : introuvable ; le classeur doit être dans le dossier de son édition")
  }
  return try Manifest(decoding: bytes)
}
