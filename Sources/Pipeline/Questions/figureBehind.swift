import Domain
import Ledger
import Report
import Host
import Workbook

/// The figure behind a cell of a delivered workbook, and the edition it was delivered with. The sheet is laid out again
/// from the archive: what was delivered is explained, whatever the inputs have become. Throws ``NoFigureThere``,
/// ``NoSuchEdition``, ``EditionDamaged``, and what reading an edition throws (``LedgerMissing``,
/// ``LedgerInconsistent``, ``ArchiveDamaged``, `LedgerError`).
package func figureBehind(
  _ cell: String, of workbook: String, reports: ReportsFolder
) throws -> (ExplainRequest, edition: String, Month) {
  let (funderId, month) = try nameParts(workbook)
  let (sheet, place) = try cellParts(cell)
  let name = try edition(besides: workbook) ?? edition(holding: workbook, month, reports)
  guard let (store, edition) = try editionAsked(month, name, reports) else {
    throw NoSuchEdition(edition: name, known: [])
  }
  let source = try remakeSource(edition, store)
  guard let funder = source.checked.definitions.funders.first(where: { $0.id == funderId }) else {
    throw NoFigureThere(message: "Aucun financeur « \(funderId) » dans l'édition \(name).")
  }
  let report = FunderReport(source.reportedMonth, funder)
  guard let key = report.figure(at: place, on: sheet) else {
    throw NoFigureThere(
      message:
        "« \(sheet)!\(place.name) » ne montre pas de chiffre du mois ; feuilles : \(report.sheetNames.joined(separator: ", "))."
    )
  }
  return (ExplainRequest(indicator: key.indicator, horizon: key.horizon, cell: key.cell), name, month)
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

/// Name of the edition in whose folder the workbook stands; nil where it stands in none.
private func edition(besides workbook: String) throws -> String? {
  let folder = workbook.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  let path = (folder.isEmpty ? ".." : folder + "/..") + "/manifest.json"
  do { return try Manifest(decoding: readFile(path)).edition } catch let error as SystemError where error.isMissing {
    return nil
  } catch {
    throw EditionDamaged(
      description: "\(path) : manifeste illisible ; remettre l'édition depuis une sauvegarde", cause: error)
  }
}

/// Name of the edition that the workbook is a copy of, to the byte: as it comes back with a funder's question.
private func edition(holding workbook: String, _ month: Month, _ reports: ReportsFolder) throws -> String {
  let hash: String
  do { hash = sha256(try readFile(workbook)) } catch let error as SystemError {
    throw NoFigureThere(message: "\(error)", cause: error)
  } catch let error as FileRefused {
    throw NoFigureThere(message: error.message, cause: error)
  }
  let editions = try EditionStore(reading: reports)?.editions(of: month).reversed().map(\.name) ?? []
  let name = try editions.first { try reports.manifest($0).files.contains { $0.sha256 == hash } }
  guard let name else {
    throw NoFigureThere(
      message: "\(workbook) : ce classeur n'est d'aucune édition de \(month.french) (ou il a été modifié depuis)")
  }
  return name
}
