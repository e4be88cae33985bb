import Domain
import Host

/// The key of the programme's pseudonyms. Where there is none and nothing was published under one yet, a new one is made,
/// and `say` is told. `mayCreate` false: nil instead (a plan writes nothing). Throws ``KeyUnusable``, and what reading and making
/// a ``PseudonymKey`` throws.
func openKey(
  _ programme: Programme, _ inputs: InputsFolder, ledgerKeyId: String?, mayCreate: Bool, say: (String) -> Void
) throws -> PseudonymKey? {
  let path = keyPath(programme, inputs)
  if let key = try PseudonymKey(readingFrom: path) {
    guard ledgerKeyId == nil || key.id == ledgerKeyId else {
      throw KeyUnusable(
        message: "\(path) : ce n'est pas la clé avec laquelle ces rapports ont été archivés.",
        remedy: "Remettre la bonne clé depuis une sauvegarde ; sans elle, rien n'est publié.")
    }
    return key
  }
  guard ledgerKeyId == nil else {
    throw KeyUnusable(
      message: "\(path) : la clé de pseudonymisation a disparu.",
      remedy: "La remettre depuis une sauvegarde ; une autre ne ferait pas les mêmes pseudonymes.")
  }
  guard mayCreate else { return nil }
  let made = try PseudonymKey(creating: path)
  say("clé de pseudonymisation créée : \(path) ; en garder une copie ailleurs que sur ce serveur")
  return made
}

/// `key_file` is relative to programme.yaml; without one, beside the inputs folder.
func keyPath(_ programme: Programme, _ inputs: InputsFolder) -> String {
  let file = programme.confidentiality.keyFile ?? "../.bilan-key"
  if file.hasPrefix("/") { return file }
  // What a person would write, where no link stands in between.
  if file.hasPrefix("../"), linkTarget(inputs.path) == nil {
    let parts = inputs.path.split(separator: "/", omittingEmptySubsequences: false)
    if let last = parts.last, !["", ".", ".."].contains(last) {
      return (parts.dropLast() + [file.dropFirst(3)]).joined(separator: "/")
    }
  }
  return inputs.path + "/" + file
}
