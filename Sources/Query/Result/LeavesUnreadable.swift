import Domain
import Failures

/// A file that is not the result of `bilan catalogue --sql`, or holds nothing of this programme.
package struct LeavesUnreadable: Failure, Hashable {
  package enum Cause: Hashable, Sendable {
    case column(String)
    case quoting(line: Int)
    case number(line: Int, column: String)
    case otherProgramme
    /// Rows of an export: the table had them in part, or twice.
    case rows(ExportKind, Month, association: Int, found: Int, expected: Int)
    case twice(line: Int)
  }
  package let file: String
  package let cause: Cause

  package init(file: String, cause: Cause) {
    self.file = file
    self.cause = cause
  }

  package var exitCode: ExitCode { .data }

  package var message: String {
    switch cause {
    case .column(let name):
      "\(file) : pas de colonne « \(name) » ; ce n'est pas le résultat de « bilan catalogue --sql »."
    case .quoting(let line): "\(file), ligne \(line) : ce n'est pas un CSV."
    case .number(let line, let column): "\(file), ligne \(line), colonne \(column) : un nombre entier est attendu."
    case .otherProgramme: "\(file) : aucune ligne de ce programme."
    case .rows(let kind, let month, let association, let found, let expected):
      "\(file) : la table de \(kind.id) n'était pas entière, ou l'était deux fois : \(expected) ligne\(expected > 1 ? "s" : "") attendue\(expected > 1 ? "s" : "") de l'association n° \(association) pour \(month.french), \(found) trouvée\(found > 1 ? "s" : "")."
    case .twice(let line):
      "\(file), ligne \(line) : une deuxième réponse pour la même case : les tables de ce programme ont été chargées deux fois, ou deux résultats mis bout à bout."
    }
  }

  package var remedy: String? {
    switch cause {
    case .otherProgramme: "Exporter ce programme avec « bilan facts », puis refaire la requête sur ces tables."
    case .rows, .twice: "Charger chaque table une fois, entière, puis refaire la requête."
    default: "Écrire le résultat en CSV avec sa ligne d'en-têtes, virgules et UTF-8, comme « scripts/engine » le fait."
    }
  }
}
