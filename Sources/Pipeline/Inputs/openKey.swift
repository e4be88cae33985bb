import Domain
import Failures
import Host

/// The key of the programme's pseudonyms. Where there is none and nothing was published under one yet, a new one is made,
/// `owner`'s where root makes it, and `say` is told. `mayCreate` false: nil instead (a plan writes nothing). Throws ``KeyUnusable``, and what reading and making
/// a ``PseudonymKey`` throws.
func openKey(
  _ programme: Programme, _ inputs: InputsFolder, ledgerKeyId: String?, mayCreate: Bool, owner: Owner? = nil,
  say: (String) -> Void
) throws -> PseudonymKey? {
  let path = keyPath(programme, inputs: inputs.path)
  if let key = try PseudonymKey(readingFrom: path) {
    guard ledgerKeyId == nil || key.id == ledgerKeyId else {
      throw KeyUnusable(
        message: "\(path) : ce n'est pas la clé avec laquelle ces rapports ont été archivés.",
        remedy: "Remettre la bonne clé depuis une sauvegarde ; \(withoutKey(programme))")
    }
    return key
  }
  guard ledgerKeyId == nil else {
    throw KeyUnusable(
      message: "\(path) : la clé de pseudonymisation a disparu.",
      remedy: "La remettre depuis une sauvegarde ; \(withoutKey(programme))")
  }
  guard mayCreate else { return nil }
  let folder = parentFolder(of: path)
  guard isWritable(folder) else { throw KeyUncreatable(path: path) }
  let made = try PseudonymKey(creating: path, owner: owner)
  say("clé de pseudonymisation créée : \(path) ; en garder une copie ailleurs que sur ce serveur")
  return made
}

/// The way out for who has no copy of the key: another one makes other pseudonyms, so nothing can go on where it was.
private func withoutKey(_ programme: Programme) -> String {
  "sans sauvegarde, garder ces rapports à part et publier à nouveau, sous une nouvelle clé : mv reports reports.ancien, "
    + "puis bilan run --from \(programme.start)"
}

/// `key_file` is relative to programme.yaml; without one, beside the inputs folder.
func keyPath(_ programme: Programme, inputs: String) -> String {
  keyPath(programme.confidentiality.keyFile, inputs: inputs)
}

/// nil: the usual place.
func keyPath(_ keyFile: String?, inputs: String) -> String {
  let file = keyFile ?? "../.bilan-key"
  if file.hasPrefix("/") { return file }
  // What a person would write, where no link stands in between.
  if file.hasPrefix("../"), linkTarget(inputs) == nil {
    let parts = inputs.split(separator: "/", omittingEmptySubsequences: false)
    if let last = parts.last, !["", ".", ".."].contains(last) {
      return (parts.dropLast() + [file.dropFirst(3)]).joined(separator: "/")
    }
  }
  return inputs + "/" + file
}

/// The folder of the key is not this user's to write into.
struct KeyUncreatable: Failure, Hashable {
  let path: String

  var exitCode: ExitCode { .noPermission }
  var message: String { "\(path) : la clé de pseudonymisation ne peut pas être créée par \(Owner.current.name)." }
  var remedy: String? {
    let word = shellWord(path)
    return (Owner(of: parentFolder(of: path)) ?? .root).remedy(
      givingAway:
        "sudo sh -c 'umask 077 && head -c 32 /dev/urandom >\"$0\"' \(word) && sudo chown \(Owner.current.forChown) \(word)"
    )
  }
}
