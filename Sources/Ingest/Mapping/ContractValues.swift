import Domain

/// What mappings may write as a value of the contract: what a cell of an export may hold.
package final class ContractValues {
  private var readers: [Association.ID: AssociationReader] = [:]
  package init() {}

  /// Why a value is none that a column accepts, in French; nil: it is one.
  package func fault(
    _ value: String, _ column: ExportColumn, _ kind: ExportKind, _ association: Association, _ programme: Programme
  ) -> String? {
    guard let index = programme.index(of: association.id) else { return nil }
    let reader =
      readers[association.id]
      ?? AssociationReader(
        programme: programme, reference: Reference(vintages: [], fullTimeHours: []), index: index)
    readers[association.id] = reader
    return Array(value.utf8).withUnsafeBufferPointer { bytes in
      do throws(InvalidValue) {
        try readValue(bytes, of: column, kind, reader)
        return nil
      } catch {
        return "\(error.rule) ; attendu : \(error.remedy)"
      }
    }
  }
}

private func readValue(
  _ cell: Bytes, of column: ExportColumn, _ kind: ExportKind, _ reader: AssociationReader
) throws(InvalidValue) {
  if UnknownWord(cell)?.isBlank(in: column.unknownWords) == true { return }
  switch column.type {
  case .month: _ = try reader.months.reading(cell)
  case .day: _ = try dateValue(cell)
  case .birth: if yearAlone(cell) == nil { _ = try dateValue(cell, allowsShortYear: false) }
  case .decimal(let range, let form):
    let value = try decimalValue(cell, form: form)
    guard range.contains(value) else { throw ContractFaults.outOfRange }
  case .integer(let limit): guard try integerValue(cell) <= limit else { throw ContractFaults.outOfRange }
  case .code(let codebook):
    let own = reader.association.words
    _ = try CodeTable(codebook, column: column.id, own: own, ofAll: reader.programme.words).code(cell)
  case .axis: _ = try reader.axes.reading(cell)
  case .instance: _ = try reader.instances.reading(cell)
  case .members: _ = try MemberList(reader.programme, isNamed: true).members(cell, in: reader.programme.start)
  case .commune: _ = try reader.communes.reading(cell)
  case .identifier: _ = try identifierValue(cell)
  }
}

private enum ContractFaults {
  static let outOfRange = InvalidValue(
    code: .outOfRange, rule: "hors des bornes de la colonne", remedy: "un nombre que la colonne accepte")
}
