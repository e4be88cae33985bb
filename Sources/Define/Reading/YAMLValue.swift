import Domain
import Yams

/// A node of a YAML file that knows its place, read strictly: every accessor notes what it expected, gives nil, and lets the
/// rest be read.
struct YAMLValue {
  let node: Node
  let file: String
  let faults: DefinitionFaults
  /// Of the node, or of the nearest around it that has one.
  private let mark: Mark?

  init(_ node: Node, file: String, faults: DefinitionFaults, around: Mark? = nil) {
    self.node = node
    self.file = file
    self.faults = faults
    mark = node.mark ?? around
  }

  func child(_ node: Node) -> YAMLValue { YAMLValue(node, file: file, faults: faults, around: mark) }

  var line: Int? { mark?.line }
  var isMapping: Bool { node.mapping != nil }
  var isSequence: Bool { node.sequence != nil }
  /// A scalar as it stands; nothing is noted.
  var raw: String? { node.scalar?.string }

  // MARK: What is wrong

  private func error(_ message: String) -> DefinitionError {
    DefinitionError(file: file, line: mark?.line, column: mark?.column, message)
  }

  func fail(_ message: String) { faults.note(error(message)) }

  /// Understood, and yet not meant (``DefinitionFaults/noteSlip(_:)``).
  func slip(_ message: String) { faults.noteSlip(error(message)) }

  /// What stands here, and what should.
  func expected(_ what: String) { fail("\(read) ; attendu : \(what)") }

  private var read: String {
    if isMapping { return "des clés et des valeurs" }
    guard let raw else { return "une liste" }
    return raw.isEmpty ? "vide" : quoted(raw)
  }

  // MARK: Collections

  func list() -> [YAMLValue] {
    guard let sequence = node.sequence else {
      expected("une liste (- … ou [ ])")
      return []
    }
    return sequence.map(child)
  }

  /// A list of at least one, or what would be its only entry.
  func oneOrMore() -> [YAMLValue] { isSequence ? nonEmptyList("une valeur") : [self] }

  func nonEmptyList(_ noun: String) -> [YAMLValue] {
    let list = list()
    if isSequence, list.isEmpty { fail("liste vide ; attendu : au moins \(noun)") }
    return list
  }

  /// A list of which no member stands twice; the second is noted, and left out.
  func distinctList() -> [YAMLValue] {
    var lines: [String: Int?] = [:]
    return list().filter { (entry: YAMLValue) -> Bool in
      guard let raw = entry.raw else { return true }
      guard let first = lines.updateValue(entry.line, forKey: raw) else { return true }
      entry.slip("\(quoted(raw)) est écrit deux fois\(already(first)) ; en retirer un")
      return false
    }
  }

  /// Key and value, in the file's order. Of a key that is written twice the last one.
  func entries() -> [(key: (text: String, place: YAMLValue), value: YAMLValue)] {
    guard let mapping = node.mapping else {
      expected("des clés et des valeurs (clé: valeur)")
      return []
    }
    var entries: [(key: (text: String, place: YAMLValue), value: YAMLValue)] = []
    for (key, value) in mapping {
      let place = child(key)
      if place.raw == nil { place.expected("une clé") }
      if let text = place.raw, !YAMLDocument.isDoubled(text) { entries.append(((text, place), child(value))) }
    }
    return entries
  }
}

/// ` (déjà ligne 12)`
func already(_ line: Int?) -> String { line.map { " (déjà ligne \($0))" } ?? "" }
