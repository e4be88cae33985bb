/// Lines for a person at a terminal: none wider than the window, and the signs of what is well or not in their colours. `isTrouble`:
/// the first line says what went wrong.
func fitted(_ text: String, columns: Int?, isColoured: Bool, isTrouble: Bool = false) -> String {
  guard columns != nil || isColoured else { return text }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return lines.enumerated().map { number, line in
    let indent = min(line.prefix { $0 == " " }.count + 2, 20)
    let line = columns.map { wrappedLine(String(line), to: $0, indent: indent) } ?? String(line)
    return isColoured ? painted(line, isTrouble: isTrouble && number == 0) : line
  }.joined(separator: "\n")
}

private let (red, green, yellow, plain) = ("\u{1B}[31m", "\u{1B}[32m", "\u{1B}[33m", "\u{1B}[0m")

private func painted(_ line: String, isTrouble: Bool) -> String {
  guard !isTrouble else { return line.isEmpty ? line : red + line + plain }
  let lead = line.prefix { $0 == " " }
  let rest = line.dropFirst(lead.count)
  for (sign, colour) in [("✓", green), ("✗", red), ("!", yellow)] where rest.hasPrefix(sign + " ") {
    return lead + colour + sign + plain + rest.dropFirst(sign.count)
  }
  return line.replacing("TROP ANCIEN", with: red + "TROP ANCIEN" + plain)
}
