import Domain
import Testing

@testable import Ingest

struct HeaderSearchTests {
  private static let etp = "mois;poste_id;axe;contrat;statut;etp"

  private func find(_ text: String, _ kind: ExportKind = .etp, _ association: Association = Sample.association())
    throws(HeaderSearch.Failure) -> Header
  {
    var text = text
    var result: Result<Header, HeaderSearch.Failure>?
    text.withUTF8 { bytes in
      do throws(HeaderSearch.Failure) {
        result = .success(try HeaderSearch(kind: kind, association: association).find(in: bytes))
      } catch { result = .failure(error) }
    }
    return try result!.get()
  }
  private func failure(_ text: String, _ kind: ExportKind = .etp) -> HeaderSearch.Failure? {
    do throws(HeaderSearch.Failure) { _ = try find(text, kind) } catch { return error }
    return nil
  }
  /// `names: line`, of a missing column.
  private func missing(_ text: String, _ kind: ExportKind = .etp) -> String? {
    if case .missing(let names, let line, let row, _) = failure(text, kind) {
      "\(names.joined(separator: ",")) \(line)/\(row)"
    } else {
      nil
    }
  }

  @Test("each delimiter", arguments: [";", ",", "\t", "|"] as [Character])
  func delimiters(_ delimiter: Character) throws {
    let header = try find(HeaderSearchTests.etp.replacing(";", with: String(delimiter)) + "\n")
    #expect(header.delimiter == delimiter.asciiValue)
    #expect(header.positions == [0, 1, -1, 2, -1, 3, 4, 5, -1, -1, -1, -1, -1])
  }

  @Test("every column by its id and each alias, whatever case, accents and signs", arguments: ExportKind.allCases)
  func aliases(_ kind: ExportKind) throws {
    let columns = ExportSchema.of(kind).columns
    for (index, column) in columns.enumerated() {
      let others = columns.enumerated().filter { $0.offset != index && $0.element.presence != .optional }.map(
        \.element.id)
      for name in [column.id] + column.aliases {
        for written in [name, name.uppercased(), " \(name.replacing("_", with: " - ")) ", "\"\(name)\""] {
          let header = try find((others + [written]).joined(separator: ";"), kind)
          #expect(header.positions[index] == others.count, "\(written)")
        }
      }
    }
  }

  @Test(
    "letters are not forgiven, nor words run together",
    arguments: ["posteid", "postes id", "poste_ident", "poste1", "id_du_poste"])
  func otherWords(_ name: String) {
    #expect(missing(HeaderSearchTests.etp.replacing("poste_id", with: name)) == "poste_id 1/1")
  }

  @Test("an association's own words go first, and the header they name stands for nothing else") func ownNames() throws
  {
    var association = Sample.association()
    association.columns = [.etp: ["heures": ["Quotité"], "poste_id": ["Réf. poste"]]]
    let header = try find("mois;REF POSTE;code poste;axe;contrat;statut;quotité;heures payées", .etp, association)
    // Neither `code poste` nor `heures payées` is taken beside them.
    #expect(header.positions[1] == 1 && header.positions[7] == -1 && header.positions[8] == 6)
    #expect(header.unknownNames() == ["code poste", "heures payées"])
    // Where the file has none of them, the contract's words hold.
    let plain = try find("mois;code poste;axe;contrat;statut;etp;heures payées", .etp, association)
    #expect(plain.positions[1] == 1 && plain.positions[7] == 5 && plain.positions[8] == 6)
  }

  @Test("two of an association's own headers are one column twice") func ownNamesTwice() {
    var association = Sample.association()
    association.columns = [.etp: ["poste_id": ["Réf. poste", "Poste"]]]
    do throws(HeaderSearch.Failure) {
      _ = try find("mois;Poste;axe;contrat;statut;etp;Réf. poste", .etp, association)
      Issue.record("accepted")
    } catch {
      guard case .twice("poste_id", let places, _, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(places.map(\.place) == [1, 6])
    }
  }

  @Test("`Poste` alone is the job's title, never its number") func jobTitle() {
    #expect(missing(HeaderSearchTests.etp.replacing("poste_id", with: "Poste")) == "poste_id 1/1")
  }

  @Test("the header's width is what is written; its names end with the last that is one") func width() throws {
    let header = try find(HeaderSearchTests.etp + ";;\n")
    #expect((header.names.count, header.width) == (6, 8))
  }

  @Test("up to ten title lines are skipped, blank ones not counted") func titles() throws {
    let titles = (1...10).map { "Titre n° \($0) \"pas fermé" }
    let header = try find("\n;;\n" + titles.joined(separator: "\n\n") + "\n\n\(HeaderSearchTests.etp)\n")
    #expect((header.line, header.row, header.titles.count) == (23, 23, 10))
    #expect(
      missing("titre\n" + titles.joined(separator: "\n") + "\n\(HeaderSearchTests.etp)\n")
        == "mois,poste_id,axe,contrat,statut,etp ou heures 1/1")
  }

  @Test("`sep=` is obeyed, and no other delimiter is tried", arguments: ["sep=;", "SEP=;", "sep=;  ", "\"sep=;\""])
  func declared(_ line: String) throws {
    let header = try find("\(line)\n\(HeaderSearchTests.etp)\n")
    #expect((header.delimiter, header.line, header.row, header.titles.count) == (0x3B, 2, 1, 0))
    #expect(missing("sep=,\n\(HeaderSearchTests.etp)\n") == "mois,poste_id,axe,contrat,statut,etp ou heures 2/1")
  }

  @Test("any sign can be declared", arguments: ["#", ":", "\t", "|", "~", "^"])
  func otherSigns(_ sign: String) throws {
    #expect(try find("sep=\(sign)\n" + HeaderSearchTests.etp.replacing(";", with: sign)).positions[7] == 5)
  }

  @Test("what cannot delimit declares nothing", arguments: ["sep=", "sep=a", "sep=\"", "sep=1", "sep=;;", "sep"])
  func notDeclared(_ line: String) throws {
    let header = try find("\(line)\n\(HeaderSearchTests.etp)\n")
    #expect((header.line, header.row, header.titles.count) == (2, 2, 1))
  }

  @Test("the header may hold line breaks and quotes, and stand at any line end", arguments: ["\n", "\r\n", "\r"])
  func lineBreaks(_ end: String) throws {
    let header = try find("titre\(end)mois;\"poste\(end)id\";axe;contrat;\"statut\";etp;;\(end)x")
    #expect((header.line, header.nextLine, header.nextRow) == (2, 4, 3))
    #expect(header.names == ["mois", end == "\r\n" ? "poste  id" : "poste id", "axe", "contrat", "statut", "etp"])
    #expect(header.offset == "titremois;\"posteid\";axe;contrat;\"statut\";etp;;".utf8.count + 3 * end.utf8.count)
  }

  @Test("missing columns are one finding, at the line that has most of them") func missingColumns() {
    #expect(missing("mois;axe\nmois;poste_id;axe;contrat;etp\naxe;statut\n1;2") == "statut 2/2")
    #expect(missing("mois;poste_id;axe;contrat;statut") == "etp ou heures 1/1")
    #expect(missing("rien\n\n\nde tel") == "mois,poste_id,axe,contrat,statut,etp ou heures 1/1")
    // Optional columns make no header.
    #expect(
      missing("salarie_id;commune;dispositif;sexe;date_debut;mois\nmois;poste_id\n")
        == "axe,contrat,statut,etp ou heures 2/2")
    #expect(missing("date;axe;etat;membres", .reunions) == "instance 1/1")
    #expect(missing("a;\"b\"c\nmois", .beneficiaires) == "beneficiaire_id,dispositif,axe,date_entree 1/1")
  }

  @Test("a column of the contract that stands twice", arguments: [("etp", 6), ("quotité", 6), ("Période", 6)])
  func twice(_ name: String, _ column: Int) {
    guard case .twice(let id, let places, 2, 2) = failure("titre\n\(HeaderSearchTests.etp);\(name)") else {
      Issue.record("accepted")
      return
    }
    #expect(places.count == 2 && ExportSchema.of(.etp).column(id) != nil)
    #expect((places[1].place, places[1].name) == (column, name))
  }

  @Test("unknown columns may stand twice, or have no name") func unknown() throws {
    let header = try find("nom;\(HeaderSearchTests.etp);nom;;prénom;;")
    #expect(header.unknownNames() == ["nom", "nom", "prénom"])
    #expect(header.names.count == 10)
  }

  @Test("nothing but blanks is an empty file", arguments: ["", "\n\n", ";;;\n\t\n", "sep=;", "sep=;\n"])
  func empty(_ text: String) {
    guard case .empty = failure(text) else {
      Issue.record("\(text.debugDescription) is not empty")
      return
    }
  }

  @Test("a long header that only begins like one of the contract is unknown") func longName() {
    let long = "etp" + String(repeating: " ", count: 200) + "x"
    #expect(missing("mois;poste_id;axe;contrat;statut;\(long)") == "etp ou heures 1/1")
  }

  @Test("what a terminal would act on is shown as a replacement character") func printableNames() {
    #expect(printable("a\u{1B}[31mb\u{7}\u{9B}c") == "a\u{FFFD}[31mb\u{FFFD}\u{FFFD}c")
    #expect(printable("a\r\nb\tc") == "a  b c")
    #expect(printable("\u{202E}abc\u{200B}\u{FEFF}") == "\u{FFFD}abc\u{FFFD}\u{FFFD}")
    #expect(printable(String(repeating: "é", count: 121)).count == 121)
    #expect(printable("Né(e) en 🎂") == "Né(e) en 🎂")
  }
}
