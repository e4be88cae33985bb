/// A line that is wider than a window, broken at its spaces; what goes on is indented. A word that is wider still, as a path may be,
/// stays whole: whoever copies it needs it so. Spaces at the beginning, and within a line that has room, stay as they are.
package func wrappedLine(_ line: String, to width: Int, indent: Int) -> String {
  guard line.count > width, width > indent else { return line }
  let lead = line.prefix { $0 == " " }
  var lines: [String] = []
  var current = String(lead)
  var isEmpty = true
  var gap = ""
  for piece in pieces(line.dropFirst(lead.count)) {
    if piece.first == " " {
      gap = piece
    } else if isEmpty || current.count + gap.count + piece.count <= width {
      current += (isEmpty ? "" : gap) + piece
      isEmpty = false
    } else {
      lines.append(current)
      current = String(repeating: " ", count: indent) + piece
    }
  }
  return (lines + [current]).joined(separator: "\n")
}

/// Words, and the spaces between them. French has spaces at which no line may end: before `:`, `;`, `?`, `!` and `»`, and after `«`.
private func pieces(_ text: Substring) -> [String] {
  var pieces: [String] = []
  for character in text {
    if let last = pieces.last, (last.first == " ") == (character == " ") {
      pieces[pieces.count - 1].append(character)
    } else {
      pieces.append(String(character))
    }
  }
  return pieces.reduce(into: []) { joined, piece in
    if joined.count > 1, isBound(joined[joined.count - 2], piece) {
      joined[joined.count - 2] += joined.removeLast() + piece
    } else {
      joined.append(piece)
    }
  }
}

private func isBound(_ word: String, _ next: String) -> Bool {
  word.first != " " && next.first != " " && (word.last == "«" || next.first.map { ":;?!»→".contains($0) } == true)
}
