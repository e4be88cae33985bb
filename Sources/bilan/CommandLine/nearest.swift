/// What was meant by a word that nobody knows: the known one that is fewest slips of the pen away, or the only one that begins so;
/// nil: none is near.
func nearest(to word: String, among known: [String]) -> String? {
  let near = known.map { ($0, slips(from: word, to: $0)) }.filter { name, count in
    count <= max(1, min(word.count, name.count) / 3)
  }
  if let best = near.min(by: { $0.1 < $1.1 }) { return best.0 }
  let begun = known.filter { $0.hasPrefix(word) && word.count > 1 }
  return begun.count == 1 ? begun[0] : nil
}

/// Letters added, left out, replaced, or two in the wrong order (optimal string alignment).
private func slips(from one: String, to other: String) -> Int {
  let (a, b) = (Array(one.lowercased()), Array(other.lowercased()))
  var rows = [Array(0...b.count)]
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var count = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { count = min(count, rows[i - 1][j - 1] + 1) }
      row.append(count)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
