import Domain

/// An id made of a label: its letters without accents, its digits, a hyphen for everything else (`Hauts de l'Escaut` →
/// `hauts-de-l-escaut`), at most 64 characters. Empty where a label has no such letter.
func slug(of label: String) -> String {
  let words = normalForm(label).split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }
  var result = ""
  for word in words {
    let longer = result.isEmpty ? String(word) : result + "-" + word
    guard longer.utf8.count <= longestSlug else { break }
    result = longer
  }
  return result.isEmpty ? String(words.first?.prefix(longestSlug) ?? "") : result
}

/// The same, another than those taken: `jardins`, `jardins-2`.
func slug(of label: String, besides taken: [String], otherwise fallback: String) -> String {
  let made = slug(of: label)
  let first = made.isEmpty ? fallback : made
  guard taken.contains(first) else { return first }
  return (2...).lazy.map { "\(first.prefix(longestSlug - 4))-\($0)" }.first { !taken.contains($0) } ?? first
}

/// As definitions have it: an id may become a file's name.
func isSlug(_ text: String) -> Bool {
  (1...longestSlug).contains(text.utf8.count) && !text.hasPrefix("-")
    && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
}

private let longestSlug = 64
