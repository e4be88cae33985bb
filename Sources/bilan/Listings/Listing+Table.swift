import PlainText

extension Listing {
  /// Columns padded to their widest cell; a column that is empty throughout is left out. `width`: of the window, which no line
  /// exceeds: the widest columns give way and their cells take several lines; where that leaves no column enough, a row becomes a
  /// paragraph, one line a field. nil: as wide as it comes.
  func aligned(within width: Int? = nil) -> String {
    let shown = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let lines = ([header.map(frenchHeader)] + rows).map { row in shown.map { visible(row[$0]) } }
    let natural = shown.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    guard let width, natural.reduce(0, +) + gap.count * max(0, natural.count - 1) > width else {
      return lines.map { textLine($0, natural) }.joined()
    }
    guard let widths = narrowed(natural, to: width) else { return paragraphs(lines, width) }
    return lines.map { row in
      let cells = zip(row, widths).map { broken($0, to: $1) }
      return (0..<(cells.map(\.count).max() ?? 0)).map { line in
        textLine(cells.map { line < $0.count ? $0[line] : "" }, widths)
      }.joined()
    }.joined()
  }
}

private let gap = "  "
/// A column that is narrower shows nothing of a sentence.
private let narrowest = 12

private func textLine(_ cells: [String], _ widths: [Int]) -> String {
  var line = zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: gap)
  while line.last == " " { line.removeLast() }
  return line + "\n"
}

/// The widest give way first; nil: there is no room.
private func narrowed(_ natural: [Int], to width: Int) -> [Int]? {
  var widths = natural
  var excess = widths.reduce(0, +) + gap.count * (widths.count - 1) - width
  while excess > 0 {
    guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > narrowest else {
      return nil
    }
    widths[widest] -= 1
    excess -= 1
  }
  return widths
}

/// A cell in as many lines as it takes; a word that is too long is cut.
private func broken(_ text: String, to width: Int) -> [String] {
  var lines = [""]
  for word in text.split(separator: " ", omittingEmptySubsequences: false) {
    var rest = word[...]
    let room = width - lines[lines.count - 1].count - (lines[lines.count - 1].isEmpty ? 0 : 1)
    if rest.count <= room {
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + rest
      continue
    }
    if !lines[lines.count - 1].isEmpty { lines.append("") }
    while rest.count > width {
      lines[lines.count - 1] = String(rest.prefix(width))
      lines.append("")
      rest = rest.dropFirst(width)
    }
    lines[lines.count - 1] = String(rest)
  }
  return lines
}

/// `indicateur : emplois_crees`, one line a field that is not empty; a row ends with an empty line.
private func paragraphs(_ lines: [[String]], _ width: Int) -> String {
  guard let header = lines.first else { return "" }
  let label = header.map(\.count).max() ?? 0
  return lines.dropFirst().map { row in
    zip(header, row).filter { !$0.1.isEmpty }.map { name, cell in
      let start = name + String(repeating: " ", count: label - name.count) + " : "
      let cell = broken(cell, to: max(narrowest, width - start.count))
      return start + cell.joined(separator: "\n" + String(repeating: " ", count: start.count)) + "\n"
    }.joined()
  }.joined(separator: "\n")
}
