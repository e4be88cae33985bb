import Ledger

extension LedgerError {
  /// What happened to which file, and what to do.
  package var french: String {
    switch self {
    case .damaged(let path):
      return
        "\(path) : le registre est abîmé. Le remettre depuis une sauvegarde ; les éditions publiées restent en place."
    case .newer(let path):
      return "\(path) : le registre vient d'une version plus récente de bilan. Mettre bilan à jour."
    case .older(let path):
      return
        "\(path) : le registre vient d'une version plus ancienne de bilan. Lancer bilan run une fois : il le met à jour."
    case .busy(let path): return "\(path) : le registre est occupé par une autre exécution. Relancer dans un instant."
    case .denied(let path):
      return "\(path) : accès refusé au registre. Vérifier le propriétaire et les droits du dossier."
    case .disk(let path):
      return "\(path) : le disque est plein ou en panne. Faire de la place, puis relancer."
    }
  }
}

extension LedgerBehind {
  package var french: String {
    let names = editions.prefix(5).joined(separator: ", ") + (editions.count > 5 ? "…" : "")
    return
      "\(path) : le registre ne connaît pas des éditions publiées (\(names)) : c'est une ancienne copie. Remettre la plus récente ; rien n'est publié sans elle."
  }
}

extension LedgerMissing {
  package var french: String {
    "\(path) : le registre a disparu, mais il y a des éditions. Le remettre depuis une sauvegarde ; rien n'est publié sans lui."
  }
}
