import Domain
import Foundation
import Testing

@testable import Ingest

/// Files read through a mapping: what is kept, set aside and refused, and where a fault stands.
@Suite struct MappedReadingTests {
  private static func mapping(_ change: (inout Mapping) -> Void) -> Mapping {
    var mapping = Mapping(definition: "mappings/adds.yaml", file: MappedFileName("Flux.csv")!)
    mapping.columns = [
      "poste_id": ColumnSource(.header("Job")), "salarie_id": ColumnSource(.header("Qui")),
      "axe": ColumnSource(.constant("mobilite")), "statut": ColumnSource(.constant("existant")),
      "contrat": ColumnSource(.header("Nature"), values: ["perm": "cdi", "ins": "cddi"], line: 9),
      "etp": ColumnSource(.header("Taux"), unit: .percent),
    ]
    change(&mapping)
    return mapping
  }

  private static func reader(_ mapping: Mapping, _ kind: ExportKind = .etp) -> AssociationReader {
    var association = Sample.association()
    association.mappings = [kind: mapping]
    return Sample.reader(association)
  }

  /// A month's own file.
  private func read(_ text: String, _ change: (inout Mapping) -> Void = { _ in }) throws -> ReadFile {
    let mapping = Self.mapping {
      $0.file = MappedFileName("Flux-{AAAA-MM}.csv")!
      change(&$0)
    }
    var export = Export(association: 0, kind: .etp, month: Sample.month, file: "exports/adds/Flux-2022-05.csv")
    export.isMapped = true
    return try Array(text.utf8).withUnsafeBufferPointer { try readExport($0, export, Self.reader(mapping)) }
  }

  /// A file of many months, month by month; and what was found in it as a whole.
  private func series(
    _ text: String, _ kind: ExportKind = .etp, _ change: (inout Mapping) -> Void
  ) throws -> (months: [String: ReadFile], whole: [Finding], total: [SetAside]) {
    let mapping = Self.mapping(change)
    let reader = Self.reader(mapping, kind)
    let bytes = Array(text.utf8)
    var export = Export(association: 0, kind: kind, month: Sample.month, file: "exports/adds/Flux.csv")
    export.isMapped = true
    let surveyed = bytes.withUnsafeBufferPointer {
      surveySeries($0, export, programme: reader.programme, reference: Sample.reference) {
        $0 >= Month(year: 2022, number: 1)
      }
    }
    switch surveyed {
    case .refused(let findings): return ([:], findings, [])
    case .read(let series):
      var months: [String: ReadFile] = [:]
      for month in series.months.sorted() {
        (export.month, export.series) = (month, series)
        months["\(month)"] = try bytes.withUnsafeBufferPointer { try readExport($0, export, reader) }
      }
      return (months, series.findings, series.total)
    }
  }

  private let header = "Job;Qui;Nature;Taux;Etat"

  @Test("what is set aside is counted rule by rule; the rest is kept or refused") func counted() throws {
    let text = """
      DEB 2022
      \(header)
      P1;A;Perm;100;ok
      Sous-total;;;100;
      P2;B;PERM.;50;OK
      P3;C;Stage;50;ok
      P4;D;ins;50;non
      P5;?;ins;50;ok
      P6;E;ins;50;Ok!
      FIN 7

      """
    let file = try read(text) {
      $0.drop = [.init("Deb", line: 5), .init("sous total", line: 6), .init("fin", line: 5)]
      $0.keep = [
        .init("État", .oneOf(["ok"]), line: 7), .init("Qui", .known, line: 8),
      ]
    }
    #expect(file.rowsKept == 3 && file.rowsRefused == 1)
    #expect(
      file.setAside.map(\.french) == [
        "2 lignes écartées : drop, mappings/adds.yaml:5", "1 ligne écartée : drop, mappings/adds.yaml:6",
        "1 ligne écartée : keep, mappings/adds.yaml:7", "1 ligne écartée : keep, mappings/adds.yaml:8",
      ])
    #expect(file.notes.count { $0.hasPrefix("lines-set-aside note") } == 4)
    // The header aside, nine lines: three kept, one refused, five set aside.
    #expect(file.rowsKept + file.rowsRefused + file.setAside.reduce(0) { $0 + $1.rows } == 9)
    #expect(file.faults == ["unmapped-value row 6/6 C Nature"])
    #expect(file.jobs?.fullTimeEquivalent == [10_000, 5_000, 5_000] && file.jobs?.contract == [1, 1, 3])
    #expect(file.findings.contains { $0.remedy.contains("mappings/adds.yaml:9") })
  }

  @Test("a fault stands at the cell of the source") func places() throws {
    let file = try read("\(header)\nP1;A;perm;120;\nP2;-;perm;abc;\n;C;perm;50;\nP4;D;;50;\nP5;E;NC;50;\n" + good)
    #expect(
      file.faults == [
        "out-of-range row 2/2 D Taux", "not-a-number row 3/3 D Taux", "missing-value row 4/4 A Job",
        "missing-value row 5/5 C Nature", "missing-value row 6/6 C Nature",
      ])
  }

  private var good: String { (1...30).map { "G\($0);H\($0);perm;10;\n" }.joined() }

  @Test("else covers what is not listed, but neither a blank nor a word for unknown") func otherwise() throws {
    let file = try read("\(header)\nP1;A;Stage;10;\nP2;B;;10;\nP3;C;NC;10;\n" + good) {
      $0.columns["contrat"]?.otherwise = "autre"
      $0.columns["dispositif"] = ColumnSource(.header("Nature"), values: ["perm": ""], otherwise: "aci")
    }
    #expect(file.faults == ["missing-value row 3/3 C Nature", "missing-value row 4/4 C Nature"])
    #expect(file.jobs?.contract.first == 7 && file.jobs?.scheme.prefix(2) == [1, 0])
  }

  @Test("without quotes a quote is a character") func quotes() throws {
    let text = "\(header)\nP1;A\"B;perm;10;\"\n\"P2\";C;perm;10;ok\n"
    #expect(try read(text).faults == ["stray-quote file 2/- - -"])
    let file = try read(text) { $0.quotes = .none }
    #expect(file.rowsKept == 2 && file.faults.isEmpty)
  }

  @Test("a header that is named and not there refuses the file; so does one that stands twice") func headers() throws {
    #expect(try read("Job;Qui;Type;Taux\nP;A;perm;1\n").faults == ["missing-column file 1/1 - -"])
    let missing = try read("Job;Qui;Type;Taux\nP;A;perm;1\n").findings[0].rule
    #expect(missing.contains("« Nature » (contrat)"))
    #expect(try read("Job;Qui;Nature;Taux;nature\nP;A;perm;1;\n").faults == ["duplicate-column file 1/1 E nature"])
    #expect(
      try read(header + "\n") { $0.keep = [.init("Zone", .known, line: 1)] }.faults == ["missing-column file 1/1 - -"])
  }

  @Test("rows of several months go to their months, one that names none with the row before") func rows() throws {
    let text = """
      An;M;\(header)
      2022;3;P1;A;perm;10;
      2022;03;P2;B;perm;10;no
      2022;4;P1;A;perm;10;
      2022;13;P9;Z;perm;10;
      2021;12;P1;A;perm;10;
      2022;5,0;P1;A;perm;10;
      2022;5;P3;C;faux;10;
      2022;5;P4;D;perm
      FIN

      """
    let found = try series(text) {
      $0.months = .rows
      $0.monthsLine = DefinitionLine(3)
      $0.drop = [.init("FIN", line: 4)]
      $0.keep = [.init("Etat", .oneOf([""]), line: 5)]
      $0.columns["mois"] = ColumnSource(.yearAndMonth(year: "An", month: "M"))
    }
    #expect(found.months.keys.sorted() == ["2022-03", "2022-04", "2022-05"])
    #expect(found.months["2022-03"]?.rowsKept == 1 && found.months["2022-03"]?.setAside.map(\.rows) == [1])
    #expect(found.months["2022-04"]?.faults == ["not-a-month row 5/5 B M"])
    #expect(found.months["2022-05"]?.faults == ["unmapped-value row 8/8 E Nature", "row-width row 9/9 - -"])
    #expect(found.months["2022-05"]?.rowsKept == 1)
    #expect(found.total.map(\.rows) == [1, 1, 1] && found.total.map(\.rule) == [.drop, .keep, .months])
    let months = found.months.values.reduce(0) { $0 + $1.rowsKept + $1.rowsRefused }
    #expect(months + found.total.reduce(0) { $0 + $1.rows } == 9)
    #expect(found.whole.allSatisfy { $0.month == nil })
  }

  @Test("months in columns: each cell is a row of its month, a blank one none") func columns() throws {
    let text = """
      Job;Qui;Nature;mars-22;04/2022;mai 2022;juin 2022;Total
      Atelier;;;;;;;
      P1;A;perm;100;100;;;2
      P2;B;ins;;120;50;;1
      P3;C;perm;x;50;50;;1

      """
    let found = try series(text) {
      $0.months = .columns
      $0.value = "etp"
      $0.columns["etp"] = ColumnSource(.monthCell, unit: .percent)
      $0.keep = [.init("Qui", .known, line: 5)]
    }
    #expect(found.months.keys.sorted() == ["2022-03", "2022-04", "2022-05"])
    #expect(found.months["2022-03"]?.faults == ["not-a-number row 5/5 D mars-22"])
    #expect(found.months["2022-04"]?.faults == ["out-of-range row 4/4 E 04/2022"])
    #expect(found.months["2022-05"]?.jobs?.line == [4, 5] && found.months["2022-05"]?.faults == [])
    #expect(found.total.map(\.rows) == [1] && found.months["2022-05"]?.setAside == [])
    let twice = try series("Job;Qui;Nature;mars-22;03/2022\nP1;A;perm;1;1\n") {
      $0.months = .columns
      $0.value = "etp"
      $0.columns["etp"] = ColumnSource(.monthCell)
    }
    #expect(twice.whole.map(\.place) == ["duplicate-column file 1/1 E 03/2022"])
  }

  @Test("dates month first are so in the whole file, whatever a month of it shows") func monthFirst() throws {
    func text(_ dates: [String]) -> String {
      "Mois;\(header);Debut\n"
        + dates.enumerated().map { "0\($0 + 3)/2022;P\($0);A\($0);perm;10;;\($1)\n" }.joined()
    }
    func found(_ dates: String...) throws -> (months: [String: ReadFile], whole: [Finding], total: [SetAside]) {
      try series(text(dates)) {
        $0.months = .rows
        $0.columns["date_debut"] = ColumnSource(.header("Debut"))
      }
    }
    let refused = try found("05/13/2021", "05/03/2021")
    #expect(refused.whole.contains { $0.code == "month-first" && $0.severity == .file } && refused.months.isEmpty)
    let mixed = try found("05/13/2021", "13/05/2021")
    #expect(
      mixed.months["2022-03"]?.faults == ["no-such-day row 2/2 G Debut"] && mixed.months["2022-04"]?.rowsKept == 1)
  }

  @Test("what is no record is told once, and short blocks reach over the months") func noRecords() throws {
    // The header is row 1; with a total and the header again the full rows end with row 32, the last of the second block.
    let rows = (1...34).map { "0\($0 % 3 + 3)/2022;P\($0);A\($0);perm;10" }
    let again = "TOTAL;;;;99;;\nMois;\(header);Note\n"
    let text =
      "Mois;\(header);Note\n" + rows.prefix(29).map { $0 + ";;\n" }.joined() + again
      + rows.suffix(5).map { $0 + ";\n" }.joined()
    let found = try series(text) {
      $0.months = .rows
      $0.columns["sexe"] = ColumnSource(.header("Note"))
    }
    let notes = Set(found.whole.map(\.code))
    #expect(notes.isSuperset(of: ["total-row", "repeated-header", "short-block"]), "\(notes)")
    let faults = found.months.values.flatMap(\.faults)
    #expect(faults.isEmpty)
    #expect(found.months.values.reduce(0) { $0 + $1.rowsKept } == 34)
  }
}
