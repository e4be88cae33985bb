/// The same text with what a reader cannot see, or that turns the text around, made visible and harmless: control
/// characters as their pictures (`␀`), bidirectional controls and line separators as `⟨U+202E⟩`. Tab and line breaks
/// become spaces. Labels and headers come from files that anybody may have written.
package func visible(_ text: String) -> String { replaced(text, isOfLines: false) }

/// The same for a text of several lines: its line feeds and tabs stay.
package func visibleLines(_ text: String) -> String { replaced(text, isOfLines: true) }

private func replaced(_ text: String, isOfLines: Bool) -> String {
  func isReplaced(_ scalar: Unicode.Scalar) -> Bool {
    isTroublesome(scalar) && !(isOfLines && (scalar == "\n" || scalar == "\t"))
  }
  guard text.unicodeScalars.contains(where: isReplaced) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    guard isReplaced(scalar) else {
      result.append(scalar)
      continue
    }
    switch scalar.value {
    case 0x09, 0x0A: result.append(" ")
    case 0x0D: result.append(isOfLines ? "␍" : " ")
    case 0x00...0x1F: result.append(Unicode.Scalar(UInt32(0x2400) + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result.append("\u{2421}")
    default:
      let code = String(scalar.value, radix: 16, uppercase: true)
      let zeros = String(repeating: "0", count: max(0, 4 - code.count))
      result.append(contentsOf: "⟨U+\(zeros)\(code)⟩".unicodeScalars)
    }
  }
  return String(result)
}

private func isTroublesome(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: return true
  default: return scalar.value >= 0xFDD0 && scalar.properties.isNoncharacterCodePoint
  }
}

/// JSON text in which a string may hold such characters, with each of them escaped: what it stands for stays the same. (RFC
/// 8259 asks for no more than U+0000 to U+001F, which every encoder does; a terminal minds the others too.)
package func escapedJSON(_ text: String) -> String {
  // Line feeds and tabs stand between values; within a string they are escaped already.
  func isLoose(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x7F && isTroublesome(scalar) }
  guard text.unicodeScalars.contains(where: isLoose) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    guard isLoose(scalar) else {
      result.unicodeScalars.append(scalar)
      continue
    }
    for unit in String(scalar).utf16 {
      let code = String(unit, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
    }
  }
  return result
}

package func escapedJSON(_ bytes: [UInt8]) -> [UInt8] {
  Array(escapedJSON(String(decoding: bytes, as: UTF8.self)).utf8)
}
