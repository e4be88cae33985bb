import Domain

extension ExportKind {
  /// As a secretary would call the file.
  var frenchLabel: String {
    switch self {
    case .etp: return "Emplois et ETP"
    case .beneficiaires: return "Registre des bénéficiaires"
    case .reunions: return "Réunions"
    }
  }

  /// The name under which it is expected: `etp-2022-05.csv`.
  func fileName(_ month: Month) -> String { "\(id)-\(month).csv" }
}
