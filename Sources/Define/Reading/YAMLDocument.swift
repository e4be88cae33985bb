import Yams

/// Reads a file as YAML. What is no YAML is noted, once a file: where it stops being it, nothing behind it can be understood. A
/// key that is written twice is noted, too, and read past.
enum YAMLDocument {
  static func root(_ text: String, file: String, faults: DefinitionFaults) -> YAMLValue? {
    var text = text
    var doubled: [(key: String, mask: String)] = []
    while true {
      do {
        guard let root = try Yams.compose(yaml: text) else {
          faults.note(DefinitionError(file: file, "fichier vide ; attendu : du YAML (clé: valeur)"))
          return nil
        }
        let value = YAMLValue(root, file: file, faults: faults)
        if !doubled.isEmpty { noteDoubled(doubled, in: value) }
        return value
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let key = keys.first, let masked = mask(key, at: context.mark, in: text, number: doubled.count) else {
          let keys = keys.map(quoted).joined(separator: ", ")
          faults.note(
            DefinitionError(
              file: file, line: context.mark.line, column: context.mark.column,
              "clé écrite deux fois : \(keys) ; en retirer une"))
          return nil
        }
        text = masked.text
        doubled.append((key, masked.mask))
      } catch {
        faults.note(yamlFault(error, in: text, file: file))
        return nil
      }
    }
  }

  /// Of a key that stands twice the first is masked, letter by letter, with characters that nobody writes: so the file can be
  /// read on, and every place in it stays where it is.
  private static func mask(_ key: String, at mark: Mark, in text: String, number: Int) -> (text: String, mask: String)?
  {
    guard let letter = Unicode.Scalar(0xE000 + UInt32(number % 6000)) else { return nil }
    var scalars = Array(text.unicodeScalars)
    var (line, start) = (1, 0)
    while line < mark.line, start < scalars.count {
      if scalars[start] == "\n" { line += 1 }
      start += 1
    }
    start += mark.column - 1
    let length = key.unicodeScalars.count
    if start < scalars.count, scalars[start] == "\"" || scalars[start] == "'" { start += 1 }
    guard start + length <= scalars.count, scalars[start..<(start + length)].elementsEqual(key.unicodeScalars) else {
      return nil
    }
    let mask = [Unicode.Scalar](repeating: letter, count: length)
    scalars.replaceSubrange(start..<(start + length), with: mask)
    return (String(String.UnicodeScalarView(scalars)), String(String.UnicodeScalarView(mask)))
  }

  static func isDoubled(_ key: String) -> Bool {
    key.unicodeScalars.first.map { (0xE000..<0xF800).contains($0.value) } ?? false
  }

  /// Each is told where it stands again.
  private static func noteDoubled(_ doubled: [(key: String, mask: String)], in value: YAMLValue) {
    for node in value.node.sequence.map(Array.init) ?? [] { noteDoubled(doubled, in: value.child(node)) }
    let pairs = value.node.mapping.map(Array.init) ?? []
    let names = pairs.map { pair in
      doubled.first { $0.mask == pair.key.scalar?.string }?.key ?? pair.key.scalar?.string
    }
    for (index, pair) in pairs.enumerated() {
      noteDoubled(doubled, in: value.child(pair.value))
      guard let name = names[index], name != pair.key.scalar?.string,
        let again = names[(index + 1)...].firstIndex(of: name)
      else { continue }
      value.child(pairs[again].key).fail(
        "clé écrite deux fois : \(quoted(name))\(already(pair.key.mark?.line)) ; en retirer une")
    }
  }
}
