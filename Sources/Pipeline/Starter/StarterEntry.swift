import Domain

/// An id and the label that readers see: an axis, a funder, a territory.
struct StarterEntry: Hashable, Sendable {
  let id: String
  let label: String

  init(id: String, label: String) {
    self.id = id
    self.label = label
  }

  /// `[id=]label`; without an id, one made of the label. Throws ``StarterRefused``.
  init(saying text: String, besides taken: [StarterEntry], noun: String) throws(StarterRefused) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
    label = parts.last ?? ""
    guard !label.isEmpty else { throw StarterRefused(message: "« \(text) » : un nom est attendu (\(noun)).") }
    let same = normalForm(label)
    if let other = taken.first(where: { normalForm($0.label) == same || normalForm($0.id) == same }) {
      throw StarterRefused(message: "« \(label) » : ce nom est déjà pris (\(noun), « \(other.id) »).")
    }
    guard parts.count == 2 else {
      id = slug(of: label, besides: taken.map(\.id), otherwise: "\(noun)-\(taken.count + 1)")
      return
    }
    guard isSlug(parts[0]) else {
      let hint = slug(of: parts[0])
      throw StarterRefused(
        message: "« \(parts[0]) » : un identifiant est en minuscules sans accent, chiffres et tirets"
          + (hint.isEmpty ? "." : " (« \(hint) » par exemple)."))
    }
    guard !taken.contains(where: { $0.id == parts[0] }) else {
      throw StarterRefused(message: "« \(parts[0]) » : cet identifiant est donné deux fois (\(noun)).")
    }
    id = parts[0]
  }

  /// A list of them, in order. Throws ``StarterRefused``.
  static func list(saying texts: [String], noun: String) throws(StarterRefused) -> [StarterEntry] {
    var entries: [StarterEntry] = []
    for text in texts { entries.append(try StarterEntry(saying: text, besides: entries, noun: noun)) }
    return entries
  }
}

/// Without spaces at its ends, and with one where a line broke.
func trimmed(_ text: some StringProtocol) -> String {
  text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
}
