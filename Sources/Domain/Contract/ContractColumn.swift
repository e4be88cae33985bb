/// The columns of one kind of export, in the contract's order: a case a column, named by its id. That they are an enum makes
/// the compiler ask for everything a new column needs.
package protocol ContractColumn: CaseIterable, RawRepresentable<Int>, Hashable, Sendable {
  var declaration: ExportColumn { get }
}

extension ContractColumn {
  /// In ``ExportSchema/columns``.
  package var place: Int { rawValue }
  var id: String { String(describing: self) }
}
