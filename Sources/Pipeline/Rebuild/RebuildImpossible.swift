import Failures

/// Neither the archive nor the old ledger says what an edition was made of.
package struct RebuildImpossible: Failure, Hashable {
  package let ledger: String
  package let editions: [String]

  package var exitCode: ExitCode { .configuration }
  package var message: String {
    "\(ledger) : ne peut être refait, l'archive ne dit plus de quoi ces éditions ont été faites."
  }
  package var details: [String] { editions }
  package var remedy: String? {
    "Remettre depuis une sauvegarde le dossier .bilan (registre et archive), puis relancer bilan doctor --rebuild ; "
      + "sans sauvegarde, garder ces rapports sous un autre nom (mv) et publier à nouveau : bilan run --from MOIS"
  }
}
