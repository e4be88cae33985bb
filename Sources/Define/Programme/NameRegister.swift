import Domain

/// The ids, labels and aliases of one list of codes: no id stands twice, and no name (in its normal form) could mean two
/// entries.
struct NameRegister {
  private struct Owner {
    let id: String
    let line: Int?
  }
  private var ids: [String: Owner] = [:]
  private var names: [String: Owner] = [:]
  /// Words that exports use for something else.
  private let reserved: [String]

  init(reserved: [String] = []) { self.reserved = reserved.map(normalForm) }

  /// An entry with `id`, `label` and, perhaps, `aliases`. What is no text is told by who decodes it.
  mutating func enter(_ map: YAMLFields) {
    let id = map["id"]
    let owner = Owner(id: id?.raw ?? map["label"]?.raw ?? "?", line: (id ?? map.place).line)
    if let id, let raw = id.raw, !raw.isEmpty {
      if let first = ids[raw] {
        id.fail("\(quoted(raw)) est écrit deux fois\(already(first.line)) ; en renommer ou retirer un")
        return
      }
      ids[raw] = owner
      claim(id, owner)
    }
    let label = map["label"].map { label in
      label.isMapping ? label.entries().map(\.value) : [label]
    }
    for name in label ?? [] { claim(name, owner) }
    var own: [String: Int?] = [:]
    for alias in map["aliases"]?.entriesOfList ?? [] {
      guard let raw = alias.raw, !raw.isEmpty else { continue }
      if let first = own.updateValue(alias.line, forKey: normalForm(raw)) {
        alias.slip("\(quoted(raw)) est écrit deux fois\(already(first)) ; en retirer un")
      } else {
        claim(alias, owner)
      }
    }
  }

  private mutating func claim(_ name: YAMLValue, _ owner: Owner) {
    guard let raw = name.raw, !raw.isEmpty else { return }
    let form = normalForm(raw)
    if reserved.contains(form) { name.slip("\(quoted(raw)) a déjà un sens dans les exports ; attendu : un autre nom") }
    if let first = names[form], first.id != owner.id {
      name.fail(
        "\(quoted(raw)) désigne déjà \(quoted(first.id))\(first.line.map { " (ligne \($0))" } ?? "") ; en changer un")
    } else {
      names[form] = owner
    }
  }
}
