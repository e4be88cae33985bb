import Workbook

/// How a number is displayed; the cell keeps its value in full.
struct NumberLook: Hashable, Sendable {
  /// nil shows what there is, as a table for machines does.
  var decimals: Int?
  /// With `+` or `-` in front: a difference.
  var isSigned = false
  /// Displayed after the number, and no part of the value: for differences, whose unit is not that of their row.
  var unit = ""

  init(decimals: Int?, isSigned: Bool = false, unit: String = "") {
    self.decimals = decimals
    self.isSigned = isSigned
    self.unit = unit
  }

  /// In the file's notation; empty is the spreadsheet's own choice.
  var format: String {
    guard let decimals else { return "" }
    let suffix = unit.isEmpty ? "" : "\"\(French.noBreakSpace)\(unit.filter { $0 != "\"" })\""
    let digits = NumberFormat.decimals(decimals) + suffix
    return isSigned ? "+\(digits);-\(digits);0\(suffix)" : digits
  }
}
