import Domain
import Ledger

extension Figure {
  /// nil: not what ``disclosure(_:_:protects:)`` writes.
  init?(_ record: DisclosureRecord) {
    self.init(
      FigureRecord(
        indicator: record.indicator, horizon: record.horizon, cell: record.cell, value: record.value,
        numerator: record.numerator, denominator: record.denominator,
        status: (record.value == nil ? Status.M : .A).id, reason: nil, confidentiality: record.confidentiality),
      month: record.month)
  }

  func disclosure(_ month: Month, _ mark: Confidentiality, protects: String? = nil) -> DisclosureRecord {
    DisclosureRecord(
      month: month.description, indicator: indicator, horizon: horizon.id, cell: cell.text, value: value?.exact,
      numerator: numerator?.exact, denominator: denominator?.exact, confidentiality: mark.id, protects: protects)
  }
}
