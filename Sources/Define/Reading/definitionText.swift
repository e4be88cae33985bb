/// UTF-8, a byte-order mark dropped. Throws ``DefinitionError``.
package func definitionText(_ bytes: [UInt8], _ file: String) throws -> String {
  let text = String(validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...], as: UTF8.self)
  if let text { return text }
  var line = 1
  var rest = bytes[...]
  // The first line that is none.
  while let end = rest.firstIndex(of: UInt8(ascii: "\n")), String(validating: rest[...end], as: UTF8.self) != nil {
    rest = rest[(end + 1)...]
    line += 1
  }
  throw DefinitionError(
    file: file, line: line, "ce n'est pas de l'UTF-8 ; attendu : du texte en UTF-8 (Enregistrer sous…, encodage UTF-8)")
}
