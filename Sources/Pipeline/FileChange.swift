import Domain

/// An export that is not what the edition before used.
package struct FileChange: Hashable, Sendable {
  let key: EditionInput.Key
  /// Relative to the inputs folder.
  package let name: String
  /// `donnee` or `retard`.
  package let cause: Revision.Cause
  package let rows: RowChanges
  /// In French, with name and rows.
  package let words: String

  package var association: String { key.association }
  package var kind: ExportKind { key.kind }
  package var month: Month { key.month }
}

/// The exports that differ, and the rows in which they do. `text` reads the archived form of one.
func fileChanges(
  _ old: [EditionInput.Key: EditionInput], _ new: [EditionInput.Key: EditionInput],
  text: (ArchiveEntry) throws -> [UInt8]
) throws -> [FileChange] {
  try Set(old.keys).union(new.keys).sorted().compactMap { key in
    let (before, after) = (old[key], new[key])
    guard (before?.sha256 ?? "") != (after?.sha256 ?? "") || isStillRefused(before, after) == false else { return nil }
    let rows = try rowChanges(
      key.kind, from: before?.archive.map(text), to: after?.archive.map(text))
    let isLate = (before?.outcome ?? .absent) == .absent
    return FileChange(
      key: key, name: (after?.outcome == .absent ? before : after ?? before)?.name ?? "",
      cause: isLate ? .retard : .donnee, rows: rows, words: words(before, after, rows))
  }
}

/// Two files of one name are refused together and have no hash: they change when one of them goes. nil: not such a pair.
private func isStillRefused(_ before: EditionInput?, _ after: EditionInput?) -> Bool? {
  guard let before, let after, before.sha256.isEmpty, after.sha256.isEmpty else { return nil }
  return before.outcome == after.outcome
}

private func words(_ before: EditionInput?, _ after: EditionInput?, _ rows: RowChanges) -> String {
  let name = (after?.outcome == .absent ? before : after ?? before)?.name ?? ""
  let refusedBefore = before?.rowsRefused ?? 0
  let refusedAfter = after?.rowsRefused ?? 0
  var parts: [String]
  switch (before?.outcome ?? .absent, after?.outcome ?? .absent) {
  case (.absent, .accepted):
    parts = ["arrivé, \(count(rows.added.count, "ligne retenue", "lignes retenues"))"]
    if refusedAfter > 0 { parts.append(count(refusedAfter, "refusée", "refusées")) }
    return "\(name) : " + parts.joined(separator: ", ")
  case (.absent, .refused): return "\(name) : arrivé, mais refusé"
  case (.refused, .accepted): parts = ["était refusé, accepté"] + rows.words
  case (.accepted, .refused): return "\(name) : était accepté, refusé"
  case (_, .absent): return "\(name) : retiré"
  case (.refused, .refused): return "\(name) : changé, toujours refusé"
  case (.accepted, .accepted): parts = rows.words
  }
  if refusedAfter < refusedBefore {
    parts.append(count(refusedBefore - refusedAfter, "refusée de moins", "refusées de moins"))
  } else if refusedAfter > refusedBefore {
    parts.append(count(refusedAfter - refusedBefore, "refusée de plus", "refusées de plus"))
  }
  return "\(name) : " + (parts.isEmpty ? "aucune ligne retenue ne change" : parts.joined(separator: ", "))
}

private func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number < 2 ? one : many)" }
