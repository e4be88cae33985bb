import Domain
import Foundation
import Ledger

/// A cell of a month's reports that is hidden, and why.
package struct HiddenCell: Hashable, Sendable {
  package let key: Figures.Key
  package let mark: Confidentiality
  /// It was shown in the edition before, or, where there is none, in the month before; or it was in neither.
  package let isNew: Bool
  /// Of D: the hidden cells that would be known if it were shown, as `2022-05 sorties annee association=adds`.
  package let protects: [String]
  /// Editions before show in how few numbers it must stand, whatever is hidden now.
  package var isKnownClosely = false

  /// `sorties (annee, association=adds)`
  package var name: String {
    let place = [key.horizon.id, key.cell.text].filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(key.indicator) (\(place))"
  }

  package var french: String {
    why + (isKnownClosely ? " ; les éditions d'avant disent déjà à peu près combien, quoi qu'on masque" : "")
  }

  private var why: String {
    guard mark == .D else { return "petit effectif, ou taux qui en donnerait un" }
    guard let first = protects.first else { return "déjà masqué, ou changé de quelques personnes seulement" }
    return "pour que ne soit pas retrouvé : \(first)"
      + (protects.count > 1 ? " (et \(protects.count - 1) \(protects.count > 2 ? "autres" : "autre"))" : "")
  }
}

extension [DisclosureRecord] {
  /// By cell, the cells that it protects.
  fileprivate var reasons: [String: [String]] {
    reduce(into: [:]) { reasons, record in
      if let protects = record.protects {
        reasons[record.name] = protects.components(separatedBy: "; ").filter { !$0.isEmpty }
      }
    }
  }
}

extension Secrecy {
  /// Those of the month that some report prints, in the order of its figures.
  func hiddenCells(of figures: Figures, _ definitions: Definitions) -> [HiddenCell] {
    let printed = definitions.printed(of: figures)
    let reasons = disclosures.reasons
    return figures.all.compactMap { figure in
      let key = figure.key
      guard figure.value != nil, printed.contains(key), let mark = marks[figures.month]?[key] else { return nil }
      return HiddenCell(
        key: key, mark: mark, isNew: hiddenBefore[key] != true,
        protects: reasons[figure.disclosure(figures.month, mark).name] ?? [],
        isKnownClosely: unavoidable.contains { $0.month == figures.month && $0.key == key })
    }
  }
}

extension EditionStore {
  /// What an edition hid, with its reasons. Of each it says nothing whether it was new.
  func hiddenCells(of edition: EditionRecord) throws -> [HiddenCell] {
    let reasons = try disclosureRecords(of: edition).reasons
    return try figureRecords(of: edition).compactMap { record in
      guard let mark = Confidentiality(id: record.confidentiality), mark != .F,
        let figure = Figure(record, month: edition.month)
      else { return nil }
      let name = figure.disclosure(try month(of: edition), mark).name
      return HiddenCell(key: figure.key, mark: mark, isNew: false, protects: reasons[name] ?? [])
    }
  }
}
