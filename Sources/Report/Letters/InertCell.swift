/// Text that no spreadsheet takes for a formula: with a leading `'` where it begins like one. Line breaks and control
/// characters are made visible first.
func inertCell(_ text: String) -> String {
  let isRisky = text.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
  return (isRisky ? "'" : "") + visible(text)
}
