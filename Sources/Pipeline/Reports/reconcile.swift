import Domain
import Host

/// Under the lock, before anything else: what a run that was killed left behind is put right, and `say` is told. The ledger
/// is the truth: a folder it does not know was never published, a link that lags is moved. Throws ``LedgerBehind``,
/// ``EditionDamaged``, ``ReportsUnusable``, `LedgerError` and `SystemError`.
func reconcile(_ store: EditionStore, say: (String) -> Void) throws {
  let reports = store.reports
  for entry in try listFolder(reports.editions) where entry.name.hasPrefix(".") && entry.name.hasSuffix(".partial") {
    try removeTree(reports.editions + "/" + entry.name)
    say("reste d'une exécution interrompue supprimé : \(entry.name)")
  }
  let known = try store.editions()
  let names = Set(known.map(\.name))
  let unknown = try reports.editionFolders().filter { !names.contains($0) }
  try requireOneKill(store)
  for folder in unknown {
    let place = try reports.putAside(reports.folder(folder))
    say("édition \(folder) jamais validée (exécution interrompue), mise à l'écart : \(place)")
  }
  try copyEditions(store)
  for (month, edition) in try store.currentEditions().sorted(by: { $0.key < $1.key }) {
    guard try isPresent(reports.folder(edition.name)) else {
      throw EditionDamaged(
        description:
          "\(reports.folder(edition.name)) : dossier de l'édition en cours absent ; le remettre depuis une sauvegarde")
    }
    guard linkTarget(reports.link(month)) != reports.target(edition.name) else { continue }
    try store.clearLink(month, say: say)
    try reports.point(month, to: edition.name)
    say("lien \(month) remis sur l'édition \(edition.name)")
  }
}

/// A kill between the folder's rename and the ledger's commit leaves one folder, which no link shows. Anything else was
/// published, and the ledger is an old copy: putting editions aside would make it worse.
func requireOneKill(_ store: EditionStore) throws {
  let reports = store.reports
  let known = try store.editions()
  let names = Set(known.map(\.name))
  let unknown = try reports.editionFolders().filter { !names.contains($0) }
  // One that stands before a known one was committed: the ledger has lost it.
  let old = unknown.filter { folder in
    known.contains { $0.month == folder.prefix(7) && $0.number > Int(folder.dropFirst(8)) ?? 0 }
  }
  let shown = unknown.filter { folder in
    Month(folder.prefix(7)).map { linkTarget(reports.link($0)) == reports.target(folder) } ?? false
  }
  if unknown.count > 1 || !shown.isEmpty || !old.isEmpty { throw LedgerBehind(path: reports.ledger, editions: unknown) }
}
