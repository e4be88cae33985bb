/// The name that somebody who wrote `text` probably meant: the one with the fewest letters to change, if they are few. In normal
/// form: what differs by case, accents or punctuation alone is nearest of all.
package func nearestName(to text: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(normalForm(text).utf8)
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for name in names where name != text {
    let form = Array(normalForm(name).utf8)
    let limit = min(max(wanted.count, form.count) / 3, 4)
    guard abs(form.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, form)
    if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

/// Letters to add, drop, change, or swap with their neighbour.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var (before, last, row) = ([Int](), [Int](), Array(0...b.count))
  for i in a.indices {
    (before, last, row) = (last, row, [i + 1])
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
  }
  return row[b.count]
}
