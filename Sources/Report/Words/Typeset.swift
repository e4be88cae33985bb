/// French prose as a printer sets it: `’` between letters, no-break spaces inside « » and before `:` and `%`, narrow ones before
/// `;`, `?` and `!`. Sources are written with plain keys; what an association must find again as it typed it (headers,
/// file names) does not pass through here.
func typeset(_ prose: String) -> String {
  guard prose.unicodeScalars.contains(where: { "':;?!%«»".unicodeScalars.contains($0) }) else { return prose }
  let characters = Array(prose)
  var result = ""
  result.reserveCapacity(prose.utf8.count)
  for (index, character) in characters.enumerated() {
    let previous = index > 0 ? characters[index - 1] : nil
    let next = index + 1 < characters.count ? characters[index + 1] : nil
    switch character {
    case "'" where previous?.isLetter == true && next?.isLetter == true: result.append("’")
    case " " where next == ":" || next == "%" || next == "»" || previous == "«": result.append(French.noBreakSpace)
    case " " where next == ";" || next == "?" || next == "!": result.append(French.groupSpace)
    default: result.append(character)
    }
  }
  return result
}

/// With a full stop, unless it ends with a sign of its own: messages are written without.
func ended(_ prose: String) -> String {
  prose.isEmpty || ".!?…".contains(prose.last ?? ".") ? prose : prose + "."
}

/// The same with a capital first letter: for a label or a number word at the start of a sentence.
func sentence(_ prose: String) -> String { prose.prefix(1).uppercased() + prose.dropFirst() }
