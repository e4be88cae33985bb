import Domain

/// Why a cell cannot be read: what is expected, and what to type. French; never the value, at most its shape. Never leaves
/// Ingest: `RowSource` makes a finding of it.
struct InvalidValue: Error, Hashable {
  let code: FindingCode
  let rule: String
  let remedy: String
  /// When to leave the cell blank, where the column may be.
  var mayBeLeftBlank: String?
}

/// What kind of thing was typed, in words, and never what: `5 lettres`, `4 chiffres`, `2 mots (12 lettres)`,
/// `un texte de 9 caractères (chiffres, lettres, « / »)`.
func shape(of bytes: UnsafeBufferPointer<UInt8>) -> String {
  var (letters, digits, words, signs, isInWord) = (0, 0, 0, [Character](), false)
  let text = String(decoding: bytes, as: UTF8.self)
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: digits += 1
    case .nonspacingMark, .enclosingMark, .spacingMark: continue
    case .spaceSeparator, .control:
      isInWord = false
      continue
    case .dashPunctuation, .otherPunctuation, .openPunctuation, .closePunctuation, .currencySymbol, .mathSymbol,
      .connectorPunctuation, .initialPunctuation, .finalPunctuation:
      let sign = Character(scalar)
      if !signs.contains(sign) { signs.append(sign) }
      continue
    default: letters += 1
    }
    if !isInWord { words += 1 }
    isInWord = true
  }
  return described(letters: letters, digits: digits, words: words, signs: signs, length: text.count)
}

private func described(letters: Int, digits: Int, words: Int, signs: [Character], length: Int) -> String {
  func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number < 2 ? "" : "s")" }
  if signs.isEmpty, letters == 0, digits > 0 { return count(digits, "chiffre") }
  if signs.isEmpty, digits == 0, letters > 0 {
    return words < 2 ? count(letters, "lettre") : "\(words) mots (\(count(letters, "lettre")))"
  }
  let kinds =
    (digits > 0 ? ["chiffres"] : []) + (letters > 0 ? ["lettres"] : []) + signs.prefix(4).map { "« \($0) »" }
  return "un texte de \(count(length, "caractère")) (\(kinds.joined(separator: ", ")))"
}
