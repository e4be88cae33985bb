import Domain
import Ledger

extension Figure {
  /// nil: not what ``record(_:)`` writes.
  init?(_ record: FigureRecord, month: String) {
    var cells = KnownCells()
    self.init(record, month: month, &cells)
  }

  /// The same of one of very many.
  init?(_ record: FigureRecord, month: String, _ cells: inout KnownCells) {
    guard let horizon = Horizon(id: record.horizon), let cell = cells.cell(record.cell),
      let status = Status(id: record.status),
      let value = Figure.number(record.value), let numerator = Figure.number(record.numerator),
      let denominator = Figure.number(record.denominator)
    else { return nil }
    self.init(
      indicator: record.indicator, horizon: horizon, cell: cell, value: value, numerator: numerator,
      denominator: denominator, status: status, reason: record.reason.flatMap(MissingReason.init))
  }

  func record(_ confidentiality: Confidentiality) -> FigureRecord {
    FigureRecord(
      indicator: indicator, horizon: horizon.id, cell: cell.text, value: value?.exact, numerator: numerator?.exact,
      denominator: denominator?.exact, status: status.id, reason: reason?.rawValue, confidentiality: confidentiality.id)
  }

  /// nil: unreadable; .some(nil): none.
  private static func number(_ text: String?) -> Rational?? {
    guard let text else { return .some(nil) }
    return Rational(exact: text).map { .some($0) }
  }
}

/// Cells by their texts: every edition has the same ones, and reading one takes ten times as long as finding it.
struct KnownCells {
  private var cells: [String: Domain.Cell] = [:]

  /// nil: no cell.
  mutating func cell(_ text: String) -> Domain.Cell? {
    if let known = cells[text] { return known }
    let cell = Domain.Cell(text: text)
    cells[text] = cell
    return cell
  }
}
