import Foundation

/// The one form in which headers and codes are compared (2-exports.md): NFKD without marks, `œ` as `oe`, lower case,
/// everything that is no letter or digit a space, runs of space one, none at the ends. `Poste_ID` is `poste id`.
package func normalForm(_ text: String) -> String {
  if let ascii = asciiNormalForm(text) { return ascii }
  var result = String.UnicodeScalarView()
  var gap = false
  for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: continue
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      if gap && !result.isEmpty { result.append(" ") }
      gap = false
      switch scalar {
      case "œ", "Œ": result.append(contentsOf: "oe".unicodeScalars)
      case "æ", "Æ": result.append(contentsOf: "ae".unicodeScalars)
      default: result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    default: gap = true
    }
  }
  return String(result)
}

/// The same for plain ASCII, without Foundation: nearly every header and code is.
private func asciiNormalForm(_ text: String) -> String? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  var gap = false
  for byte in text.utf8 {
    guard byte < 0x80 else { return nil }
    switch byte {
    case 48...57, 97...122:
      if gap && !bytes.isEmpty { bytes.append(32) }
      gap = false
      bytes.append(byte)
    case 65...90:
      if gap && !bytes.isEmpty { bytes.append(32) }
      gap = false
      bytes.append(byte + 32)
    default: gap = true
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
