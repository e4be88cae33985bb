import Domain

/// `attendu : a, b (vouliez-vous dire « b » ?)`: what is known where something else was written.
func expectedOne(of known: [String], for text: String, meant: String? = nil) -> String {
  var words = known.prefix(20).joined(separator: ", ")
  if known.count > 20 { words += "… (\(known.count) en tout)" }
  guard !known.isEmpty else { return "aucun n'est possible ici" }
  guard let nearest = meant ?? nearestName(to: text, among: known) else { return "attendu : \(words)" }
  return "attendu : \(words) (vouliez-vous dire « \(nearest) » ?)"
}

/// As it is quoted in a message: one line, and not a page of it.
func quoted(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return "« \(line.count > 60 ? line.prefix(57) + "…" : line[...]) »"
}

/// What an id would be if it were one: `Né(e) en` is `ne-e-en`.
func slug(of text: String, underscores: Bool) -> String {
  normalForm(text).split(separator: " ").joined(separator: underscores ? "_" : "-")
}
