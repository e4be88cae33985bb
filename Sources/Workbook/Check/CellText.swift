/// What text may stand in the file, and how it is spelt there.
package enum CellText {
  /// The rule that a text breaks, if any: XML 1.0 has no control characters but tab and line
  /// feed, nor U+FFFE and U+FFFF, and a NUL would end the C string. A carriage return is refused
  /// too: XML readers make a line feed of it.
  static func fault(in text: String, atMost limit: Int = Limit.text) -> BookError.Rule? {
    if text.unicodeScalars.contains(where: isForbidden) { return .textCharacter }
    return encoded(text).utf16.count > limit ? .textTooLong : nil
  }

  /// The same for a text that must fit on one line: titles, headers, names.
  static func faultInLabel(_ text: String, atMost limit: Int = Limit.label) -> BookError.Rule? {
    if text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\t" }) { return .textOnOneLine }
    return fault(in: text, atMost: limit)
  }

  /// The same for a text of a chart: libxlsxwriter takes one that begins with "=" for a reference.
  static func faultInChart(_ text: String, atMost limit: Int = Limit.label) -> BookError.Rule? {
    text.hasPrefix("=") ? .textLikeFormula : faultInLabel(text, atMost: limit)
  }

  /// The text with line ends as line feeds and each forbidden character as U+FFFD, so that the
  /// reader sees that something stood there.
  package static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        result.append("\n")
      } else if !(scalar == "\n" && previous == "\r") {
        result.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  /// The text as it goes into the file: `_x0041_` in a cell is read as "A" (ECMA-376 part 1,
  /// 22.9.2.19, ST_Xstring), so the underscore of such a text is itself escaped.
  /// libxlsxwriter 1.1.4 does not do it.
  static func encoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    return rewritten(text) { _ in Array("_x005F_".utf8) }
  }

  /// The text that a cell of the file stands for.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    return rewritten(text, skippingEscape: true) { unit in
      Unicode.Scalar(UInt32(unit)).map { Array(String($0).utf8) } ?? []
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10: false
    case 0..<32, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Replaces the underscore of each `_xHHHH_`, or the whole of it, by what `spelling` gives for
  /// its UTF-16 unit.
  private static func rewritten(
    _ text: String, skippingEscape: Bool = false, spelling: (UInt16) -> [UInt8]
  ) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let unit = escape(in: bytes, at: index) {
        result += spelling(unit)
        index += skippingEscape ? 7 : 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func escape(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 6 < bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[(index + 2)..<(index + 6)]
    guard digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
