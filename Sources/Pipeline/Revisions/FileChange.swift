import Domain

/// An export that is not what the edition before used.
package struct FileChange: Hashable, Sendable {
  package let id: DeliveryID
  /// Relative to the inputs folder.
  package let name: String
  /// `donnee` or `retard`.
  package let cause: RevisionCause
  package let rows: RowChanges
  /// In French, with name, counts of rows, and their lines: for those who can open the file.
  package let french: String
  /// The same for readers of the reports, in names: neither file nor row is theirs to know.
  package let summary: String
  /// `APEI Hénin-Carvin, emplois et ETP de mai 2022`
  package let label: String
}

/// The exports that differ, and the rows in which they do. `text` reads the archived form of one.
func fileChanges(
  _ old: [DeliveryID: EditionInput], _ new: [DeliveryID: EditionInput],
  of programme: Programme, text: (ArchiveEntry) throws -> [UInt8]
) throws -> [FileChange] {
  try Set(old.keys).union(new.keys).sorted().compactMap { id in
    let (before, after) = (old[id], new[id])
    guard (before?.sha256 ?? "") != (after?.sha256 ?? "") || isStillRefused(before, after) == false else { return nil }
    let known = try rows(id.kind, before?.archive, after?.archive, text)
    // A file that was saved again, or whose rows stand in another order.
    if let known, known == RowChanges(), let before, let after, before.isAsGood(as: after) { return nil }
    let isLate = (before?.outcome ?? .absent) == .absent
    let label =
      "\(programme.label(of: id.association)), "
      + "\(ExportSchema.of(id.kind).french) \(id.month.frenchOf)"
    return FileChange(
      id: id, name: (after?.outcome == .absent ? before : after ?? before)?.name ?? "",
      cause: isLate ? .retard : .donnee, rows: known ?? RowChanges(),
      french: words(before, after, known?.french ?? [notCompared]),
      summary: summary(before, after, known?.summary ?? [notCompared], label), label: label)
  }
}

extension EditionInput {
  fileprivate func isAsGood(as other: EditionInput) -> Bool {
    outcome == .accepted && other.outcome == .accepted && rowsKept == other.rowsKept && rowsRefused == other.rowsRefused
  }
}

/// Of two readings of which the archive has lost one.
private let notCompared = "lignes non comparées, l'archive n'a plus celles d'avant"

/// nil where the archive has lost one of the two: `verify` names it, and a corrected file must not wait for that.
private func rows(
  _ kind: ExportKind, _ before: ArchiveEntry?, _ after: ArchiveEntry?, _ text: (ArchiveEntry) throws -> [UInt8]
) throws -> RowChanges? {
  do { return try rowChanges(kind, from: before.map(text), to: after.map(text)) } catch is ArchiveDamaged { return nil }
}

/// Two files of one name are refused together and have no hash: they change when one of them goes. nil: not such a pair.
private func isStillRefused(_ before: EditionInput?, _ after: EditionInput?) -> Bool? {
  guard let before, let after, before.sha256.isEmpty, after.sha256.isEmpty else { return nil }
  return before.outcome == after.outcome
}

private func summary(_ before: EditionInput?, _ after: EditionInput?, _ rows: [String], _ label: String) -> String {
  let what: String
  switch (before?.outcome ?? .absent, after?.outcome ?? .absent) {
  case (.absent, .accepted): what = "fichier arrivé"
  case (.absent, .refused): what = "fichier arrivé, mais refusé"
  case (.refused, .accepted): what = "fichier refusé d'abord, accepté"
  case (.accepted, .refused): what = "fichier accepté d'abord, refusé"
  case (_, .absent): what = "fichier retiré"
  case (.refused, .refused): what = "fichier toujours refusé"
  case (.accepted, .accepted): what = rows.isEmpty ? "aucune ligne retenue ne change" : rows.joined(separator: ", ")
  }
  return "\(label) : \(what)"
}

private func words(_ before: EditionInput?, _ after: EditionInput?, _ rows: [String]) -> String {
  let name = (after?.outcome == .absent ? before : after ?? before)?.name ?? ""
  let refusedBefore = before?.rowsRefused ?? 0
  let refusedAfter = after?.rowsRefused ?? 0
  var parts: [String]
  switch (before?.outcome ?? .absent, after?.outcome ?? .absent) {
  case (.absent, .accepted):
    parts = ["arrivé, \(count(after?.rowsKept ?? 0, "ligne retenue", "lignes retenues"))"]
    if refusedAfter > 0 { parts.append(count(refusedAfter, "refusée", "refusées")) }
    return "\(name) : " + parts.joined(separator: ", ")
  case (.absent, .refused): return "\(name) : arrivé, mais refusé"
  case (.refused, .accepted): parts = ["était refusé, accepté"] + rows
  case (.accepted, .refused): return "\(name) : était accepté, refusé"
  case (_, .absent): return "\(name) : retiré"
  case (.refused, .refused): return "\(name) : changé, toujours refusé"
  case (.accepted, .accepted): parts = rows
  }
  if refusedAfter < refusedBefore {
    parts.append(count(refusedBefore - refusedAfter, "refusée de moins", "refusées de moins"))
  } else if refusedAfter > refusedBefore {
    parts.append(count(refusedAfter - refusedBefore, "refusée de plus", "refusées de plus"))
  }
  return "\(name) : " + (parts.isEmpty ? "aucune ligne retenue ne change" : parts.joined(separator: ", "))
}

private func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number < 2 ? one : many)" }
