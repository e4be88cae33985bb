import PlainText

/// Words from a data file as a reader sees them: nothing invisible, French typography, no break before `%` or after
/// `n°`.
func readerText(_ text: String) -> String {
  let prose = typeset(visible(text))
  guard prose.utf8.contains(where: { $0 == UInt8(ascii: "%") }) || prose.contains("n°") else { return prose }
  var result = ""
  for character in prose {
    if character == "%", result.last == " ", result.dropLast().last?.isNumber == true { result.removeLast() }
    if character == "%", result.last?.isNumber == true { result.append(French.noBreakSpace) }
    result.append(character == " " && result.hasSuffix("n°") ? French.noBreakSpace : character)
  }
  return result
}

/// The same for a header of a native table: never empty, at most 240 units, and nothing that the file format reads as
/// an escape (`_x0041_`).
func headerText(_ text: String) -> String {
  let clean = readerText(text).replacing("_x", with: "_ x")
  return clean.isEmpty ? "–" : shortened(clean, to: 240)
}

/// The same for a text of a chart, which must not begin like a formula.
func chartText(_ text: String) -> String {
  let clean = headerText(text)
  return clean.hasPrefix("=") ? "«\(French.noBreakSpace)\(clean)\(French.noBreakSpace)»" : clean
}

/// Cut between whole characters, with `…`; the limit counts UTF-16 units, as the file format does.
func shortened(_ text: String, to limit: Int) -> String {
  guard text.utf16.count > limit else { return text }
  var result = text
  while result.utf16.count > limit - 1 { result.removeLast() }
  return result + "…"
}
