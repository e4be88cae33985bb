/// The contract of one kind of export: its columns in their order, and what makes two rows the same.
package struct ExportSchema: Sendable {
  package let kind: ExportKind
  /// As a secretary would call the file.
  package let french: String
  /// What one row is.
  package let rowNoun: String
  package let columns: [ExportColumn]
  /// Places of the columns that make two rows of a file the same. A total row leaves them empty.
  package let key: [Int]
  private let places: [String: Int]

  init<Column: ContractColumn>(_ kind: ExportKind, french: String, rowNoun: String, key: [Column]) {
    self.kind = kind
    self.french = french
    self.rowNoun = rowNoun
    columns = Column.allCases.map(\.declaration)
    self.key = key.map(\.place)
    places = Dictionary(columns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package static func of(_ kind: ExportKind) -> ExportSchema {
    switch kind {
    case .etp: return jobs
    case .beneficiaires: return paths
    case .reunions: return meetings
    }
  }

  private static let jobs = ExportSchema(
    .etp, french: "Emplois et ETP", rowNoun: "poste et salarié",
    key: [JobColumn.mois, .poste_id, .salarie_id, .contrat, .date_debut])
  private static let paths = ExportSchema(
    .beneficiaires, french: "Registre des bénéficiaires", rowNoun: "personne et parcours",
    key: [PathColumn.beneficiaire_id, .date_entree])
  private static let meetings = ExportSchema(
    .reunions, french: "Réunions", rowNoun: "réunion", key: [MeetingColumn.date, .instance, .axe])

  /// Places of columns of which one makes no sense without the other: an exit's date and its outcome.
  package var outcomeColumns: [Int] {
    kind == .beneficiaires ? [PathColumn.date_sortie.place, PathColumn.sortie.place] : []
  }

  package func column(_ id: String) -> ExportColumn? { places[id].map { columns[$0] } }
}
