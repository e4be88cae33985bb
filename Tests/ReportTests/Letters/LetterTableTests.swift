import Domain
import PlainText
import Testing

@testable import Report

@Suite struct LetterTableTests {
  @Test func listsEveryLineOfEveryFault() {
    let bytes = letterTable(SampleLetters.full)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(
      visibleSpaces(text)
        == """
        fichier;code;gravité;ligne;ligne_tableur;colonne;en_tete;règle;remède;effet
        etp-2022-05.csv;missing-column;fichier refusé;1;1;;;la colonne «~statut~» manque;ajoutez une colonne «~statut~»~: existant, créé, en cours, consolidé ou supprimé;aucun chiffre ne change
        beneficiaires-2022-05.csv;not-a-date;ligne refusée;4;4;E;Entrée;une date s’écrit jour/mois/année;saisissez par exemple «~31/05/2022~»;non chiffrable
        beneficiaires-2022-05.csv;not-a-date;ligne refusée;7;7;E;Entrée;une date s’écrit jour/mois/année;saisissez par exemple «~31/05/2022~»;non chiffrable
        beneficiaires-2022-05.csv;not-a-date;ligne refusée;8;8;E;Entrée;une date s’écrit jour/mois/année;saisissez par exemple «~31/05/2022~»;non chiffrable
        beneficiaires-2022-05.csv;not-a-date;ligne refusée;9;9;E;Entrée;une date s’écrit jour/mois/année;saisissez par exemple «~31/05/2022~»;non chiffrable
        beneficiaires-2022-05.csv;path-lost;à vérifier;30;28;;;un parcours du mois dernier n’y est plus;s’il est terminé, gardez sa ligne et donnez la date de sortie;
        beneficiaires-2022-05.csv;path-lost;à vérifier;35;;;;un parcours du mois dernier n’y est plus;s’il est terminé, gardez sa ligne et donnez la date de sortie;

        """.replacing("\n", with: "\r\n"))
  }

  @Test func runsNothingInASpreadsheet() {
    for start in ["=", "+", "-", "@", "\t", "\r", "\n"] {
      #expect(inertCell(start + "cmd").hasPrefix("'"))
      #expect(!inertCell(start + "cmd").contains { "\t\r\n".contains($0) })
    }
    #expect(inertCell("Entrée") == "Entrée" && inertCell("") == "")
    var letter = SampleLetters.apei
    letter.findings[0].header = "=HYPERLINK(\"x\";1)"
    let text = String(decoding: letterTable(letter), as: UTF8.self)
    #expect(text.contains(";\"'=HYPERLINK(\"\"x\"\";1)\";"))
  }

  @Test func hasOnlyItsHeaderWhereAllIsWell() {
    let bytes = letterTable(SampleLetters.letter(to: "adds", findings: []))
    #expect(String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").count == 1)
  }
}
