/// Text that no spreadsheet takes for a formula: with a leading `'` where it begins like one. Line breaks and control
/// characters are made visible first.
package func inertCell(_ text: String) -> String {
  let isRisky = text.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
  return (isRisky ? "'" : "") + visible(text)
}

/// A field of a table that machines read too: a number stays one, whatever its sign; any other text as ``inertCell(_:)``
/// has it.
package func inertField(_ text: String) -> String { text.isEmpty || isPlainNumber(text) ? text : inertCell(text) }

private func isPlainNumber(_ text: String) -> Bool {
  guard let first = text.utf8.first, first < 58 else { return false }
  let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
  let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
  return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
}
