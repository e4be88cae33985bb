/// French prose as a printer sets it: `’` between letters, no-break spaces inside « » and before `:` and `%`, narrow ones before
/// `;`, `?` and `!`. Sources are written with plain keys; what an association must find again as it typed it (headers,
/// file names) does not pass through here.
func typeset(_ prose: String) -> String {
  guard prose.unicodeScalars.contains(where: { "':;?!%«»".unicodeScalars.contains($0) }) else { return prose }
  // By scalars: finding whole characters takes longer than all the rest.
  let scalars = Array(prose.unicodeScalars)
  var result = String.UnicodeScalarView()
  result.reserveCapacity(scalars.count)
  for (index, scalar) in scalars.enumerated() {
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    switch scalar {
    case "'" where index > 0 && scalars[index - 1].isOfLetter && next?.isOfLetter == true: result.append("\u{2019}")
    case " " where next == ":" || next == "%" || next == "»" || index > 0 && scalars[index - 1] == "«":
      result.append(noBreak)
    case " " where next == ";" || next == "?" || next == "!": result.append(narrow)
    default: result.append(scalar)
    }
  }
  return String(result)
}

private let noBreak: Unicode.Scalar = "\u{00A0}"
private let narrow: Unicode.Scalar = "\u{202F}"

extension Unicode.Scalar {
  /// A letter, or an accent on one.
  fileprivate var isOfLetter: Bool {
    isASCII
      ? ("a"..."z").contains(self) || ("A"..."Z").contains(self)
      : properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered
  }
}

/// With a full stop, unless it ends with a sign of its own: messages are written without.
func ended(_ prose: String) -> String {
  prose.isEmpty || ".!?…".contains(prose.last ?? ".") ? prose : prose + "."
}

/// The same with a capital first letter: for a label or a number word at the start of a sentence.
func sentence(_ prose: String) -> String { prose.prefix(1).uppercased() + prose.dropFirst() }
