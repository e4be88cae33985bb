import Foundation
import Testing

@testable import Workbook

/// Another reader's view: openpyxl, which `scripts/setup --test` puts into .venv.
@Suite struct OpenpyxlTests {
  static let python = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: ".venv/bin/python").path

  @Test func readsTheSample() throws {
    let folder = try Folder()
    let path = folder.file("book.xlsx")
    try write(Sample.book(), to: path, temporaryFolder: folder.path)
    let script = """
      import openpyxl, sys, warnings
      warnings.simplefilter("error")
      book = openpyxl.load_workbook(sys.argv[1])
      print(book.properties.title, book.properties.contentStatus, book.properties.created)
      for sheet in book:
          tables = [(t.name, t.ref, t.column_names) for t in sheet.tables.values()]
          print(sheet.title, sheet.dimensions, sheet.freeze_panes, sheet.print_title_rows, tables,
                len(sheet._charts), len(sheet.merged_cells.ranges))
          print([c.value for c in sheet[6]][:4])
      """
    let result = try run(Self.python, "-c", script, path)
    #expect(result.code == 0)
    #expect(
      result.output == """
        Bilan mensuel du PTCE – mai 2022 provisoire 2022-05-31 00:00:00
        Synthèse A1:F7 B5 $4:$4 [('t_chiffres_cles', 'A4:F7', ['Chiffre clé', 'Valeur', 'Départ', 'Écart', 'Cible', 'Statut'])] 1 0
        ['Équivalents temps plein', 27.45, 12, 15.45]
        Emplois par axe A1:D8 B4 $3:$3 [('t_emplois_par_axe', 'A3:D8', ['Axe', 'Créés', 'En cours de création', 'Créés ou en cours'])] 1 0
        ['Réemploi', 4, 1, 5]
        Évolution A1:D16 B4 $3:$3 [('t_evolution', 'A3:D16', ['Mois', 'Part de l’ESS', 'Cible', 'Statut'])] 1 0
        ['juil. 2021', 0.0795, 0.09, 'définitif']

        """)
  }
}
