/// What a sheet may be called.
package enum SheetName {
  /// The rule that a name breaks, if any.
  static func fault(in name: String) -> BookError.Rule? {
    if name.isEmpty { return .sheetNameEmpty }
    if name.utf16.count > Limit.sheetName { return .sheetNameTooLong }
    if let fault = CellText.faultInLabel(name) { return fault }
    if name.unicodeScalars.contains(where: isForbidden) { return .sheetNameCharacter }
    if name.hasPrefix("'") || name.hasSuffix("'") { return .sheetNameApostrophe }
    if reserved.contains(name.lowercased()) { return .sheetNameReserved }
    return looksLikeReference(name) ? .sheetNameLikeReference : nil
  }

  /// A valid name, unlike those taken, made from any title; cut between whole characters.
  package static func fitting(_ title: String, among taken: [String] = []) -> String {
    let base = String(String.UnicodeScalarView(title.unicodeScalars.map(replacement)))
    let words = base.split(separator: " ").joined(separator: " ")
    let used = Set(taken.map { $0.lowercased() })
    for number in 1... {
      let suffix = number == 1 ? "" : " (\(number))"
      let name = cut(words.isEmpty ? "Feuille" : words, to: Limit.sheetName - suffix.utf16.count)
      let candidate =
        fault(in: name + suffix) == nil ? name + suffix : "(\(cut(name, to: 24)))\(suffix)"
      if fault(in: candidate) == nil, !used.contains(candidate.lowercased()) { return candidate }
    }
    preconditionFailure("there is always a free number")
  }

  /// "History" belongs to Excel's shared workbooks, under this name in the French one.
  private static let reserved: Set = ["history", "historique"]

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "[", "]", ":", "*", "?", "/", "\\": true
    default: false
    }
  }

  /// Whether Excel wants quotes around the name that libxlsxwriter 1.1.4 does not write: it
  /// quotes only names with other characters than letters, digits, `_` and `.`. An unquoted
  /// `AXE1!$A$1` in a chart or a print title makes Excel offer a repair.
  private static func looksLikeReference(_ name: String) -> Bool {
    guard name.utf8.allSatisfy({ isWord($0) }), let first = name.utf8.first else { return false }
    if !Character(UnicodeScalar(first)).isLetter && first != UInt8(ascii: "_") { return true }
    let upper = name.uppercased()
    return isCell(upper) || isRowAndColumn(upper)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }

  /// "AXE1": up to three letters, then digits.
  static func isCell(_ upper: String) -> Bool {
    let letters = upper.prefix { $0.isLetter }
    let digits = upper.dropFirst(letters.count)
    return (1...3).contains(letters.count) && !digits.isEmpty && digits.allSatisfy(\.isNumber)
  }

  /// "R", "C", "RC", "R1C1", "R12", "C3".
  static func isRowAndColumn(_ upper: String) -> Bool {
    var rest = upper[...]
    if rest.first == "R" { rest = rest.dropFirst().drop(while: \.isNumber) }
    if rest.first == "C" { rest = rest.dropFirst().drop(while: \.isNumber) }
    return rest.isEmpty && upper.contains { $0 == "R" || $0 == "C" }
  }

  private static func replacement(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if isForbidden(scalar) { return "-" }
    if scalar == "'" { return "\u{2019}" }
    return scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF ? " " : scalar
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    var result = text
    while result.utf16.count > limit || result.last == " " { result.removeLast() }
    return result
  }
}
