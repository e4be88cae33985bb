import Pipeline

/// `check`: what the definitions still ask for.
func describePlaceholders(_ checked: CheckedMonth) -> String {
  let placeholders = checked.placeholders
  guard !placeholders.isEmpty else { return "" }
  return "\n\(placeholderWords) (\(placeholders.count))\n" + placeholders.map { "  \($0.french)\n" }.joined()
}
