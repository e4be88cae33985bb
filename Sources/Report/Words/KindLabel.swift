import Domain

extension ExportKind {
  /// As a secretary would call the file.
  var frenchLabel: String { ExportSchema.of(self).french }

  /// The name under which it is expected: `etp-2022-05.csv`.
  func fileName(_ month: Month) -> String { "\(id)-\(month).csv" }
}
