import Domain

/// Whether a cell is a valid value of a column, by its place: of a row with nothing else in it that decides whether it is a
/// record. A word for unknown is no value. The cell is trimmed and not empty.
func isValue(_ cell: Bytes, of column: ExportColumn, in month: Month, _ reader: AssociationReader) -> Bool {
  func reads(_ read: () throws -> Void) -> Bool { (try? read()) != nil }
  if UnknownWord(cell)?.isBlank(in: column.unknownWords) == true { return false }
  switch column.type {
  case .month: return reads { _ = try reader.months.reading(cell) }
  case .day: return (try? dateValue(cell)).map { $0.day.isAccepted } ?? false
  case .birth: return yearAlone(cell) != nil || reads { _ = try dateValue(cell, allowsShortYear: false) }
  case .decimal(let range, let form): return (try? decimalValue(cell, form: form)).map(range.contains) ?? false
  case .integer(let limit): return (try? integerValue(cell)).map { $0 <= limit } ?? false
  case .code(let codebook):
    let table = CodeTable(codebook, column: column.id, own: reader.association.words, ofAll: reader.programme.words)
    return reads { _ = try table.code(cell) }
  case .axis: return reads { _ = try reader.axes.reading(cell) }
  case .instance: return reads { _ = try reader.instances.reading(cell) }
  case .members: return reads { _ = try reader.members.members(cell, in: month) }
  case .commune: return reads { _ = try reader.communes.reading(cell) }
  case .identifier: return (try? identifierValue(cell)).map { !$0.isEmpty } ?? false
  }
}
