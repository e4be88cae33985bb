import Domain
import Testing

@testable import Ingest

struct BlankingCellsTests {
  private func blanked(_ text: String, _ columns: Set<Int>, _ lines: Set<Int>, _ kind: ExportKind = .etp) -> String? {
    let export = Export(association: 0, kind: kind, month: Sample.month, file: "x.csv")
    return Array(text.utf8).withUnsafeBufferPointer {
      blankingCells(columns, onLines: lines, of: $0, export, Sample.programme()).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  @Test("the cells of those lines alone, whatever stands above and around them") func cells() {
    let text =
      "Titre\n\nmois,poste_id,axe,contrat,statut,etp,sexe\n2022-05,\"a\nb\",mobilite,cdi,cree,1,?\n\n2022-05,c,mobilite,cdi,cree,1,?\n"
    #expect(
      blanked(text, [6], [4])
        == "mois;poste_id;axe;contrat;statut;etp;sexe\n2022-05;\"a\nb\";mobilite;cdi;cree;1;\n2022-05;c;mobilite;cdi;cree;1;?\n"
    )
  }

  @Test("an exit takes its outcome along") func exits() {
    let header = "beneficiaire_id;dispositif;axe;date_entree;date_sortie;sortie\n"
    #expect(
      blanked(header + "b;aci;mobilite;01/02/2022;hier;durable", [4], [2], .beneficiaires) == header
        + "b;aci;mobilite;01/02/2022;;\n")
  }

  @Test("what stands in unknown columns, and beyond the header, is not copied") func unknownColumns() throws {
    let header = "nom;mois;poste_id;axe;contrat;statut;etp;sexe\n"
    let rows = [
      "Zébulon;2022-05;p;mobilite;cdi;cree;1;?", "Zébulon;2022-05;q;mobilite;cdi;cree;1;f;Zébulon",
      ";2022-05;r;mobilite;cdi;cree;1;f",
    ]
    let good = (1...20).map { "Zébulon;2022-05;P\($0);mobilite;cdi;cree;1;f" }
    let text = header + (rows + good + ["Total Zébulon;;;;;;9"]).joined(separator: "\n")
    let copy = try #require(blanked(text, [7], [2]))
    #expect(
      !copy.contains("bulon")
        && copy.hasPrefix(header + "x;2022-05;p;mobilite;cdi;cree;1;\nx;2022-05;q;mobilite;cdi;cree;1;f;x\n;2022-05;r"))
    // Nothing but the mended row reads otherwise.
    let (before, after) = (try Sample.read(.etp, text), try Sample.read(.etp, copy))
    #expect(before.rowsRefused == 2 && after.rowsRefused == 1 && after.faults == ["row-width row 3/3 - -"])
    #expect(before.notes.contains { $0.hasPrefix("total-row") } && after.notes.contains { $0.hasPrefix("total-row") })
  }

  @Test("nothing of a text that cannot be read that far") func unreadable() {
    #expect(blanked("mois;axe", [1], [2]) == nil && blanked("\u{0}", [1], [2]) == nil)
  }
}
