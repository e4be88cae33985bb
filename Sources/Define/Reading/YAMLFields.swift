import Domain

/// The values of a mapping whose keys are all known. Unknown keys and missing ones have been noted.
struct YAMLFields {
  let place: YAMLValue
  private let group: KeyGroup
  private let values: [String: YAMLValue]

  init(_ place: YAMLValue, _ group: KeyGroup) {
    self.place = place
    self.group = group
    guard place.isMapping else {
      place.expected("des clés et des valeurs (\(group.keys.map(\.name).joined(separator: ", ")))")
      values = [:]
      return
    }
    var values: [String: YAMLValue] = [:]
    var strangers: [(key: (text: String, place: YAMLValue), value: YAMLValue)] = []
    var last: YAMLValue?
    for entry in place.entries() {
      if group.names.contains(entry.key.text) {
        values[entry.key.text] = entry.value
      } else if group.unfit.contains(entry.key.text) {
        entry.key.place.fail("« \(entry.key.text) » \(group.whyUnfit) ; retirer cette clé")
      } else if !YAMLFields.isDecimalComma(last, entry.key, entry.value) {
        strangers.append(entry)
      }
      last = entry.value
    }
    for (key, value) in strangers {
      let meant = group.meant(by: key.text, beside: values.keys, isAlone: strangers.count == 1)
      // Read on under the name that was meant: it is not missing, too.
      if let meant { values[meant] = value }
      let known = group.keys.map(\.name)
      key.place.fail("clé inconnue \(quoted(key.text)) ; \(expectedOne(of: known, for: key.text, meant: meant))")
    }
    for key in group.keys where key.isRequired && values[key.name] == nil {
      place.fail("clé manquante : \(key.name)\(key.hint)")
    }
    self.values = values
  }

  subscript(_ key: String) -> YAMLValue? {
    assert(group.names.contains(key), "\(key) is no key of \(group.title)")
    return values[key]
  }

  /// Empty where the key is absent.
  func list(_ key: String) -> [YAMLValue] { self[key]?.list() ?? [] }

  /// In `{value: 9,5}` YAML sees the value 9, and a key 5 without a value.
  private static func isDecimalComma(
    _ last: YAMLValue?, _ key: (text: String, place: YAMLValue), _ value: YAMLValue
  ) -> Bool {
    guard let whole = last?.raw, value.raw == "", !whole.isEmpty, !key.text.isEmpty,
      (whole + key.text).allSatisfy("0123456789".contains)
    else { return false }
    last?.fail(
      "« \(whole),\(key.text) » ; attendu : un nombre décimal avec un point : écrire \(whole).\(key.text)")
    return true
  }
}

extension YAMLValue {
  func fields(_ group: KeyGroup) -> YAMLFields { YAMLFields(self, group) }
}

extension KeyGroup {
  /// The key that was probably meant: the nearest that is not there; else the only one that lacks.
  fileprivate func meant(by key: String, beside present: Dictionary<String, YAMLValue>.Keys, isAlone: Bool) -> String? {
    let absent = keys.filter { !present.contains($0.name) }
    if let nearest = nearestName(to: key, among: absent.map(\.name)) { return nearest }
    let lacking = absent.filter(\.isRequired)
    return isAlone && lacking.count == 1 ? lacking[0].name : nil
  }
}

extension Key {
  /// ` (exemple : unit: postes)`, where that is short.
  fileprivate var hint: String {
    guard case .value(let example) = example, example.count <= 40 else { return "" }
    return " (exemple : \(name): \(example))"
  }
}
