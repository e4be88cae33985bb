import Domain
import Workbook

/// How a number is displayed; the cell keeps its value in full.
struct NumberLook: Hashable, Sendable {
  /// nil shows what there is, as a table for machines does.
  var decimals: Int?
  /// With `+` or `−` in front: a difference.
  var isSigned = false
  /// Displayed after the number, and no part of the value: for differences, whose unit is not that of their row.
  var unit = ""

  /// A number that is not 0 is never displayed as 0: it gets as many decimals as it takes.
  init(of value: Rational, decimals: Int, isSigned: Bool = false, unit: String = "") {
    self.init(decimals: French.decimals(of: value, atLeast: decimals), isSigned: isSigned, unit: unit)
  }

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
    // The minus of every number is U+2212, as in texts: a spreadsheet's own is a hyphen.
    return isSigned ? "+\(digits);\u{2212}\(digits);0\(suffix)" : "\(digits);\u{2212}\(digits)"
  }
}
