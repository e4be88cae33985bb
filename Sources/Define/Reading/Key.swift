/// A key of a definition file: what the decoders know, and what docs/definitions.md says of it.
package struct Key: Sendable {
  package enum Example: Sendable {
    case value(String)
    case group(KeyGroup)
    case list(KeyGroup)
  }
  package let name: String
  package let isRequired: Bool
  /// One English sentence.
  package let sentence: String
  package let example: Example
  /// Stands in another key's place, so that an example has only one of them.
  package private(set) var isAlternative = false

  static func required(_ name: String, _ sentence: String, _ example: String) -> Key {
    Key(name: name, isRequired: true, sentence: sentence, example: .value(example))
  }
  static func required(_ name: String, _ sentence: String, each group: KeyGroup) -> Key {
    Key(name: name, isRequired: true, sentence: sentence, example: .list(group))
  }
  static func required(_ name: String, _ sentence: String, keys group: KeyGroup) -> Key {
    Key(name: name, isRequired: true, sentence: sentence, example: .group(group))
  }
  static func optional(_ name: String, _ sentence: String, _ example: String) -> Key {
    Key(name: name, isRequired: false, sentence: sentence, example: .value(example))
  }
  static func optional(_ name: String, _ sentence: String, each group: KeyGroup) -> Key {
    Key(name: name, isRequired: false, sentence: sentence, example: .list(group))
  }
  static func optional(_ name: String, _ sentence: String, keys group: KeyGroup) -> Key {
    Key(name: name, isRequired: false, sentence: sentence, example: .group(group))
  }
  static func alternative(_ name: String, _ sentence: String, _ example: String) -> Key {
    var key = Key.optional(name, sentence, example)
    key.isAlternative = true
    return key
  }
}

/// The keys that may stand together: a file's, or those of a mapping in it.
package struct KeyGroup: Sendable {
  package let title: String
  package let keys: [Key]
  let names: Set<String>
  /// Keys that whoever writes such a file may think of, from another like it, and why they are not for here.
  let unfit: Set<String>
  let whyUnfit: String

  init(_ title: String, _ keys: [Key], unfit: Set<String> = [], _ whyUnfit: String = "") {
    self.title = title
    self.keys = keys
    self.unfit = unfit
    self.whyUnfit = whyUnfit
    names = Set(keys.map(\.name))
  }
}
