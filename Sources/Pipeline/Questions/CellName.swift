import Domain
import Workbook

/// A cell as a person names it: `emplois par axe!c7`, `'Emplois par axe'!$C$7`, LibreOffice's `$'Emplois par axe'.C7`.
struct CellName {
  private let sheet: String
  let place: CellPlace

  /// Throws ``NoFigureThere``.
  init(_ text: String) throws(NoFigureThere) {
    guard let mark = text.lastIndex(of: "!") ?? text.lastIndex(of: ".") else {
      throw NoFigureThere(message: "« \(text) » : attendu, une feuille et une case comme 'Emplois par axe!C7'")
    }
    let cell = text[text.index(after: mark)...].filter { $0 != "$" && !$0.isWhitespace }.uppercased()
    // A book's name in front of the sheet's, as one spreadsheet writes the cell of another: `[region-2022-05.xlsx]Emplois`.
    sheet = text[..<mark].split(separator: "]").last.map(String.init) ?? ""
    guard !cell.contains(":") else {
      throw NoFigureThere(
        message: "« \(text) » : une plage ; une seule case s'explique à la fois, comme \(cell.prefix { $0 != ":" })")
    }
    guard let place = CellPlace(name: cell.utf8), !normalForm(sheet).isEmpty else {
      let lacks = cell.isEmpty ? "la case manque ; " : normalForm(sheet).isEmpty ? "la feuille manque ; " : ""
      throw NoFigureThere(
        message: "« \(text) » : \(lacks)attendu, une feuille et une case comme 'Emplois par axe!C7'")
    }
    self.place = place
  }

  /// The sheet that is meant: without regard to case, accents, quotes and spaces. Throws ``NoFigureThere``.
  func sheet(among names: [String]) throws(NoFigureThere) -> String {
    if let exact = names.first(where: { $0 == sheet }) { return exact }
    let wanted = normalForm(sheet)
    let found = names.filter { normalForm($0) == wanted }
    if found.count == 1 { return found[0] }
    let those = found.isEmpty ? names : found
    throw NoFigureThere(
      message:
        "\(found.isEmpty ? "Aucune feuille" : "Plusieurs feuilles") « \(sheet) » ; feuilles : \(those.joined(separator: ", "))."
    )
  }
}
