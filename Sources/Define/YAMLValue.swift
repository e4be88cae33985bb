import Domain
import Yams

/// A node of a YAML file that knows its place, read strictly: every accessor says what it expected.
struct YAMLValue {
  let node: Node
  let file: String
  /// Of the node, or of the nearest around it that has one.
  private let mark: Mark?

  /// The file's root; an empty file is an error.
  init(text: String, file: String) throws {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw YAMLValue.translate(error, file: file)
    }
    guard let root else { throw DefinitionError(file: file, "fichier vide ; attendu : du YAML") }
    self.init(node: root, file: file, around: nil)
  }

  private init(node: Node, file: String, around: Mark?) {
    self.node = node
    self.file = file
    mark = node.mark ?? around
  }

  func fail(_ message: String) -> DefinitionError {
    DefinitionError(file: file, line: mark?.line, column: mark?.column, message)
  }

  private func child(_ node: Node) -> YAMLValue { YAMLValue(node: node, file: file, around: mark) }

  var isMapping: Bool { node.mapping != nil }
  var isSequence: Bool { node.sequence != nil }

  // MARK: Scalars

  /// A text as it stands, quoted or not; never empty.
  func text() throws -> String {
    guard let scalar = node.scalar, !scalar.string.isEmpty else { throw fail("attendu : un texte") }
    return scalar.string
  }

  func integer(_ range: ClosedRange<Int>) throws -> Int {
    guard let value = Int(try text()), range.contains(value) else {
      throw fail("attendu : un nombre entier de \(range.lowerBound) à \(range.upperBound)")
    }
    return value
  }

  func flag() throws -> Bool {
    switch node.scalar?.string {
    case "true": return true
    case "false": return false
    default: throw fail("attendu : true ou false")
    }
  }

  /// A decimal with a point, exact.
  func decimal() throws -> Rational {
    let text = try text()
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy("0123456789".contains) }),
      digits.count <= 18, let value = Int(parts.joined())
    else { throw fail("attendu : un nombre décimal, avec un point (9.5)") }
    var power: Int128 = 1
    for _ in 0..<(parts.count == 2 ? parts[1].count : 0) { power *= 10 }
    return Rational(Int128(text.hasPrefix("-") ? -value : value), over: power)
  }

  func quantity() throws -> Quantity {
    let scaled = try decimal() * Rational(Int(Quantity.scale))
    guard scaled.isWhole, let value = Int64(exactly: scaled.numerator) else {
      throw fail("attendu : au plus quatre décimales")
    }
    return Quantity(tenThousandths: value)
  }

  func month() throws -> Month {
    guard let month = Month(try text()) else { throw fail("attendu : un mois (2022-05)") }
    guard Month.accepted.contains(month) else {
      throw fail("attendu : un mois de \(Month.accepted.lowerBound) à \(Month.accepted.upperBound)")
    }
    return month
  }

  /// An id that may become a file name: lower-case letters, digits and hyphens (underscores too where `underscores`).
  func slug(underscores: Bool = false) throws -> String {
    let text = try text()
    let isSlug =
      text.utf8.count <= 64
      && text.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || (underscores && $0 == 95)
      }
    guard isSlug, text.utf8.first != 45 else {
      throw fail("attendu : un identifiant en minuscules sans accent, chiffres et tirets (64 caractères au plus)")
    }
    return text
  }

  /// One of a closed list.
  func choice<Value>(_ known: [(String, Value)]) throws -> Value {
    let text = try text()
    guard let found = known.first(where: { $0.0 == text }) else {
      throw fail("« \(text) » est inconnu ; attendu : \(known.map(\.0).joined(separator: ", "))")
    }
    return found.1
  }

  func label() throws -> Label {
    if node.scalar != nil { return Label(fr: try text()) }
    let map = try mapping(["fr", "en"])
    return Label(fr: try map.required("fr").text(), en: try map["en"]?.text())
  }

  // MARK: Collections

  func list() throws -> [YAMLValue] {
    guard let sequence = node.sequence else { throw fail("attendu : une liste") }
    return sequence.map(child)
  }

  /// A list of at least one, or what would be its only entry.
  func oneOrMore() throws -> [YAMLValue] {
    guard isSequence else { return [self] }
    let list = try list()
    guard !list.isEmpty else { throw fail("attendu : au moins une valeur") }
    return list
  }

  /// Every key must be known.
  func mapping(_ keys: [String]) throws -> YAMLMapping {
    let entries = try entries()
    for (key, value) in entries where !keys.contains(key.text) {
      _ = value
      throw key.place.fail("clé inconnue « \(key.text) » ; attendu : \(keys.joined(separator: ", "))")
    }
    return YAMLMapping(
      place: self, values: Dictionary(entries.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Key and value, in the file's order.
  func entries() throws -> [(key: (text: String, place: YAMLValue), value: YAMLValue)] {
    guard let mapping = node.mapping else { throw fail("attendu : des clés et des valeurs (clé: valeur)") }
    return try mapping.map { key, value in
      let key = child(key)
      return ((try key.text(), key), child(value))
    }
  }

  private static func translate(_ error: YamlError, file: String) -> DefinitionError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return DefinitionError(
        file: file, line: mark.line, column: mark.column,
        "YAML mal formé (\(problem)) ; vérifier l'indentation et les guillemets")
    case .duplicatedKeysInMapping(let duplicates, let context):
      return DefinitionError(
        file: file, line: context.mark.line, column: context.mark.column,
        "clé écrite deux fois : \(duplicates.map(String.init(describing:)).sorted().joined(separator: ", "))")
    default: return DefinitionError(file: file, "YAML mal formé")
    }
  }
}

/// The values of a mapping whose keys are all known.
struct YAMLMapping {
  let place: YAMLValue
  fileprivate let values: [String: YAMLValue]

  subscript(_ key: String) -> YAMLValue? { values[key] }

  func required(_ key: String) throws -> YAMLValue {
    guard let value = values[key] else { throw place.fail("clé manquante : \(key)") }
    return value
  }

  /// Empty where the key is absent.
  func list(_ key: String) throws -> [YAMLValue] { try values[key]?.list() ?? [] }
}
