import Domain

/// French typography for readers: decimal comma, narrow no-break space between groups of three, no-break space before
/// a unit. Never the process's locale.
package enum French {
  /// U+202F, between groups of digits.
  package static let groupSpace: Character = "\u{202F}"
  /// U+00A0, before a unit and before `:`.
  package static let noBreakSpace: Character = "\u{00A0}"

  /// So many as a value that is not 0 needs to be seen as such; at most six.
  package static func decimals(of value: Rational, atLeast decimals: Int) -> Int {
    guard !value.isZero else { return decimals }
    return (decimals...max(decimals, 6)).first { value.scaled(decimals: $0) != 0 } ?? decimals
  }

  /// `1 234,5`; the minus is U+2212. A value that is not 0 never stands as 0: `0,03` for a tenth's sake.
  package static func number(_ value: Rational, decimals: Int) -> String {
    let decimals = self.decimals(of: value, atLeast: decimals)
    let plain = value.fixed(decimals: decimals, separator: ",")
    let isNegative = plain.hasPrefix("-") && plain.contains { ("1"..."9").contains($0) }
    let digits = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
    let whole = digits.prefix { $0 != "," }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0 && (whole.count - index) % 3 == 0 { grouped.append(groupSpace) }
      grouped.append(digit)
    }
    return (isNegative ? "\u{2212}" : "") + grouped + digits.dropFirst(whole.count)
  }

  /// `15 postes`, `9 %`, `0,04 point`.
  package static func number(_ value: Rational, decimals: Int, unit: Indicator.Unit) -> String {
    // The unit agrees with the number as it is read: −1,65 shown as −2 has points.
    let shown = value.rounded(decimals: self.decimals(of: value, atLeast: decimals))
    return number(value, decimals: decimals) + String(noBreakSpace) + self.unit(unit, for: shown)
  }

  /// The unit's word in the number French grammar asks for: singular below 2.
  package static func unit(_ unit: Indicator.Unit, for value: Rational) -> String {
    let isSingular = value < Rational(2) && Rational(-2) < value
    let word = unit.french
    guard isSingular, unit != .percent, unit != .ETP, word.hasSuffix("s") else { return word }
    return String(word.dropLast())
  }

  /// `a, b et c`
  package static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " et " + last
  }
}
