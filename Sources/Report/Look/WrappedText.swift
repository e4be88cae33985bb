/// A text cut into lines of at most `width` characters at its plain spaces (a no-break space holds), and a longer word
/// at the width. Sheets have no merged cells: a sentence across the table is as many rows, and the height of a wrapped
/// cell must be given, or charts below would move.
func wrapped(_ text: String, at width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ", omittingEmptySubsequences: true) {
    var rest = Substring(word)
    if !line.isEmpty, line.count + 1 + rest.count > width {
      lines.append(line)
      line = ""
    }
    while rest.count > width {
      lines.append(String(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    line += line.isEmpty ? String(rest) : " " + rest
  }
  if !line.isEmpty || lines.isEmpty { lines.append(line) }
  return lines
}
