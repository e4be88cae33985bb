extension FunderReport {
  /// Names of the workbook's sheets, in their order.
  package var sheetNames: [String] { sheets.map(\.name) }
}
