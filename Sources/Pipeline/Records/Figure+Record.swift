import Domain
import Ledger

extension Figure {
  /// nil: not what ``record(_:)`` writes.
  init?(_ record: FigureRecord, month: String) {
    guard let horizon = Horizon(id: record.horizon), let cell = Domain.Cell(text: record.cell),
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
