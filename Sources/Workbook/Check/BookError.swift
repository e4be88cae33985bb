import Failures

/// A book that cannot be written as it is. Nothing was written.
///
/// It says where and which rule, never what stands in the cell: a value may be personal.
package struct BookError: Failure, Equatable, CustomStringConvertible {
  package enum Rule: String, Sendable {
    case noSheet = "un classeur a au moins une feuille"
    case sheetNameEmpty = "le nom de feuille est vide"
    case sheetNameTooLong = "le nom de feuille dépasse 31 unités UTF-16"
    case sheetNameCharacter = "le nom de feuille contient un caractère interdit : [ ] : * ? / \\"
    case sheetNameApostrophe = "le nom de feuille commence ou finit par une apostrophe"
    case sheetNameReserved = "ce nom de feuille est réservé par Excel"
    case sheetNameLikeReference = "le nom de feuille se lit comme une cellule ou un nombre"
    case sheetNameTwice = "deux feuilles ont le même nom (la casse ne compte pas)"
    case textTooLong = "le texte est trop long"
    case textCharacter = "le texte contient un caractère de contrôle"
    case textEmpty = "le texte est vide"
    case textLikeFormula = "ce texte commence par le signe égal"
    case textOnOneLine = "ce texte ne peut contenir ni retour à la ligne ni tabulation"
    case number = "le nombre n'est pas fini"
    case jump = "la cellule mène à une feuille qui n'existe pas, ou n'a pas de texte"
    case size = "la feuille dépasse les limites du format"
    case layout = "mise en page hors limites"
    case style = "le style est hors limites"
    case date = "la date du document n'existe pas"
    case tableName = "nom de tableau non valable"
    case tableNameTwice = "deux tableaux ont le même nom (la casse ne compte pas)"
    case tableWithoutRows = "un tableau a au moins une ligne de données"
    case tableOutside = "le tableau sort de la feuille"
    case tableOverlap = "deux tableaux se recouvrent"
    case tableHeader = "un en-tête de tableau est un texte d'une ligne de 1 à 255 caractères"
    case tableHeaderTwice = "deux colonnes d'un tableau ont le même en-tête"
    case chartWithoutSeries = "un graphique a au moins une série"
    case chartReference = "le graphique renvoie à des cellules qui n'existent pas"
    case chartShape = "catégories et valeurs sont une ligne ou une colonne de même longueur"
    case chartCategories = "une catégorie de graphique est un texte"
    case chartValues = "une valeur de graphique est un nombre ou une cellule vide"
    case chartLayout = "taille, position ou axes du graphique hors limites"
  }

  package var place: String
  package var rule: Rule

  package init(_ rule: Rule, at place: String) {
    self.place = place
    self.rule = rule
  }

  package var description: String { "\(place) : \(rule.rawValue)" }

  package var exitCode: ExitCode { .defect }
  package var message: String { "Classeur impossible : \(description)." }
  package var remedy: String? { "C'est un défaut de bilan : le signaler." }
  package var text: String { oneLine }
}
