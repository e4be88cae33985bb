import Domain
import Ledger
import Report
import Workbook

/// What is behind a cell of a delivered workbook, in the edition it was delivered with. Throws ``NoFigureThere``,
/// ``NoSuchEdition``, ``EditionDamaged``, and what reading an edition throws (``LedgerMissing``, ``LedgerInconsistent``,
/// ``ArchiveDamaged``, `LedgerError`).
package func explainCell(_ text: String, of path: String, reports: ReportsFolder) throws -> CellExplanation {
  let name = try CellName(text)
  return try RemadeWorkbook(DeliveredWorkbook(path, asking: text, among: reports), reports).explain(name)
}

/// A delivered workbook laid out again from its edition's archive: what was delivered is explained, whatever the inputs have
/// become.
struct RemadeWorkbook {
  let report: FunderReport
  private let workbook: DeliveredWorkbook
  private let parts: PartExplainer
  private let successor: String?

  init(_ workbook: DeliveredWorkbook, _ reports: ReportsFolder) throws {
    guard let (store, edition) = try editionAsked(workbook.month, workbook.edition, reports) else {
      throw NoSuchEdition(edition: workbook.edition, known: [])
    }
    let source = try remakeSource(edition, store)
    guard let funder = source.checked.definitions.funders.first(where: { $0.id == workbook.funder }) else {
      throw NoFigureThere(message: "Aucun financeur « \(workbook.funder) » dans l'édition \(edition.name).")
    }
    self.workbook = workbook
    report = FunderReport(try source.reportedMonth, funder)
    parts = PartExplainer(checked: source.checked, edition: edition, funder: funder.id, store: store)
    successor = try store.successor(of: edition)?.name
  }

  func explain(_ name: CellName) throws -> CellExplanation {
    let sheet = try name.sheet(among: report.sheetNames)
    let shown = try delivered(name.place, on: sheet, workbook)
    let edition = parts.edition
    guard let cell = report.cell(at: name.place, on: sheet), isSame(cell.content, shown) else {
      throw NoFigureThere(
        message:
          "« \(sheet)!\(name.place.name) » : l'édition \(edition.name) a été faite par bilan \(edition.bilanVersion), dont les feuilles étaient autres : cette case ne peut pas être retrouvée. Le chiffre lui-même : bilan explain INDICATEUR \(workbook.month) --edition \(edition.name)"
      )
    }
    guard let origin = cell.origin else { throw nothingThere(cell, at: name.place, on: sheet, of: report) }
    let (operation, origins) = origin.operation
    return CellExplanation(
      edition: edition.name, successor: successor, month: workbook.month, sheet: sheet, cell: name.place.name,
      shown: shown, parts: try origins.map(parts.part), operation: operation)
  }
}

/// What the file itself shows: a sheet that is laid out again by another version may show something else.
private func delivered(
  _ place: CellPlace, on sheet: String, _ workbook: DeliveredWorkbook
) throws -> ShownCell.Content {
  do { return try readCell(at: place, on: sheet, of: workbook.path) ?? .blank } catch {
    throw NoFigureThere(message: "\(workbook.path) : classeur illisible", cause: error)
  }
}

private func isSame(_ laid: ShownCell.Content, _ delivered: ShownCell.Content) -> Bool {
  // The sixteenth digit may be lost in the file.
  if case (.number(let a), .number(let b)) = (laid, delivered) { return (a - b).magnitude <= a.magnitude * 1e-14 }
  return laid == delivered
}

private func nothingThere(
  _ cell: ShownCell, at place: CellPlace, on sheet: String, of report: FunderReport
) -> NoFigureThere {
  let what: String
  switch cell.content {
  case .blank: what = "est vide"
  case .text(let text): what = "montre « \(text.count > 60 ? text.prefix(59) + "…" : text) », pas un chiffre"
  case .number:
    what = "montre un nombre sans explication à lui (chiffres d'un graphique, donnée de référence)"
  }
  let near = cell.twins.isEmpty ? cell.near : cell.twins
  let those = near.prefix(6).map(\.name).joined(separator: ", ")
  let hint: String
  if near.isEmpty {
    hint = "cette feuille ne montre aucun chiffre ; feuilles : \(report.sheetNames.joined(separator: ", "))"
  } else if !cell.twins.isEmpty {
    hint = "le même nombre, expliqué : \(those)"
  } else if near[0].row == place.row {
    hint = "sur cette ligne : \(those)"
  } else {
    hint = "le chiffre le plus proche : \(near[0].name)"
  }
  return NoFigureThere(message: "« \(sheet)!\(place.name) » \(what) ; \(hint).")
}

extension CellOrigin {
  /// What is done to which parts.
  fileprivate var operation: (CellExplanation.Operation, [CellOrigin]) {
    switch self {
    case .figure, .before, .declared: return (.value, [self])
    case .numerator(let key, let month): return (.numerator, [.figure(key, month)])
    case .denominator(let key, let month): return (.denominator, [.figure(key, month)])
    case .difference(let first, let second): return (.difference, [first, second])
    case .share(let first, let second): return (.share, [first, second])
    case .elapsed(let objective): return (.elapsed, [.declared(objective)])
    }
  }
}

/// Explains what a cell is made of, one part at a time.
private struct PartExplainer {
  let checked: CheckedMonth
  let edition: EditionRecord
  let funder: String
  let store: EditionStore

  func part(_ origin: CellOrigin) throws -> CellExplanation.Part {
    switch origin {
    case .figure(let key, let month):
      return figure(key, of: month == checked.month ? checked : checked.limited(to: month), edition.name)
    case .before(let key):
      guard let name = edition.predecessor, let before = try store.edition(name) else {
        throw store.inconsistent(edition, "édition précédente")
      }
      return figure(key, of: try readEdition(before, store), name)
    case .declared(let declared):
      if case .objective = declared.subject {
        return .declared(declared, file: "\(DefinitionName.funders)\(funder).yaml")
      }
      return .declared(declared, file: DefinitionName.catalogue)
    default: return .absent("rien à expliquer")
    }
  }

  /// A figure that came or went is in one of two editions.
  private func figure(_ key: Figures.Key, of checked: CheckedMonth, _ edition: String) -> CellExplanation.Part {
    let request = ExplainRequest(indicator: key.indicator, horizon: key.horizon, cell: key.cell)
    guard let explanation = try? explainFigures(request, of: checked).first else {
      return .absent("l'édition \(edition) n'a pas ce chiffre en \(checked.month.french)")
    }
    return .figure(explanation, of: checked, edition: edition)
  }
}
