/// Number formats in the file's notation. The reader's own language chooses the separators: a
/// French spreadsheet shows `#,##0.0` as "1 234,5", so there is nothing French to write here.
package enum NumberFormat {
  package static let integer = "#,##0"
  /// With an explicit sign, for differences.
  package static let signedInteger = "+#,##0;-#,##0;0"
  package static let text = "@"

  package static func decimals(_ count: Int) -> String {
    "#,##0" + fraction(count)
  }

  package static func signed(decimals count: Int) -> String {
    let digits = "#,##0" + fraction(count)
    return "+\(digits);-\(digits);0"
  }

  /// A share between 0 and 1, shown as "9,1 %": French sets a space before the sign.
  package static func percent(decimals count: Int) -> String {
    "0\(fraction(count))\\ %"
  }

  /// A number followed by its unit, which is shown and not part of the value.
  package static func decimals(_ count: Int, unit: String) -> String {
    "#,##0\(fraction(count))\" \(unit.filter { $0 != "\"" })\""
  }

  private static func fraction(_ count: Int) -> String {
    count > 0 ? "." + String(repeating: "0", count: count) : ""
  }
}
