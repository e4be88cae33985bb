/// The same text with what a reader cannot see, or that turns the text around, made visible and harmless: control
/// characters as their pictures (`␀`), bidirectional controls and line separators as `⟨U+202E⟩`. Tab and line breaks
/// become spaces. Labels and headers come from files that anybody may have written.
func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isTroublesome) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    guard isTroublesome(scalar) else {
      result.append(scalar)
      continue
    }
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: result.append(" ")
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
