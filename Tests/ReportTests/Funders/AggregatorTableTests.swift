import Domain
import Testing

@testable import Report

/// Every figure that may be told, once; and what whoever keeps them does with a row.
struct AggregatorTableTests {
  private static let state: Funder = {
    var funder = Funder(id: "etat", label: Label(fr: "État"), title: Label(fr: "Tout"), keyFigures: [], sections: [])
    (funder.isAggregator, funder.dialect) = (true, .sdmx)
    return funder
  }()

  /// A second edition, of which the first told `before`.
  private func revised(_ before: [ReleasedFigure], by funder: Funder = state) -> ReportedMonth {
    var month = FunderSample.reported([Self.state], edition: FunderSample.second)
    month.predecessor?.definitions.funders = [funder]
    month.predecessor?.told = before
    return month
  }

  private func actions(_ before: [ReleasedFigure]) -> [String: String] {
    AggregatorTable(revised(before), Self.state).rows.reduce(into: [:]) { actions, row in
      actions[([row[1], row[3]] + row[4...9].filter { !$0.isEmpty }).joined(separator: " ")] = row[17]
    }
  }

  @Test func theFile() throws {
    let table = AggregatorTable(FunderSample.reported([Self.state]), Self.state)
    let text = String(decoding: table.table, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(!text.unicodeScalars.contains("\r") && table.table.first == UInt8(ascii: "P") && lines.last == "")
    #expect(
      lines[0]
        == "PROGRAMME,INDICATOR,TIME_PERIOD,HORIZON,AXE,ASSOCIATION,COMMUNE,INSTANCE,DISPOSITIF,SEXE,OBS_VALUE,NUMERATOR,"
        + "DENOMINATOR,UNIT_MEASURE,OBS_STATUS,CONF_STATUS,EDITION,ACTION")
    #expect(lines.count == FunderSample.figures.count + 2)
    // Not in any report, exact to the sixth decimal, hidden, missing, with its parts.
    #expect(lines[1] == "emergence,emplois_crees,2022-05,mois,,,,,,,2,,,postes,P,F,2022-05.1,I")
    #expect(lines.contains("emergence,etp_total,2022-05,mois,alimentation,,,,,,1.333333,,,ETP,P,F,2022-05.1,I"))
    #expect(lines.contains("emergence,etp_total,2022-05,mois,mobilite,,,,,,,,,ETP,M,F,2022-05.1,I"))
    #expect(lines.contains("emergence,taux_sorties,2022-05,annee,,,,,,,64.285714,18,28,%,A,F,2022-05.1,I"))
    #expect(lines.contains("emergence,taux_sorties,2022-05,annee,,afeji,,,,,,,,%,A,C,2022-05.1,I"))
    #expect(!table.isRevision && !table.isTouched)
  }

  /// Against what the edition before told: nothing, the same, another value, status or part, a mark, and nothing now.
  @Test func whatToDo() {
    var before = FunderSample.figures
    let told = { (id: String, horizon: Horizon, members: [Cell.Member]) in
      before.firstIndex { $0.key == Figures.Key(id, horizon, Cell(members)) }!
    }
    let (value, status, part, mark, new) = (
      told("etp_total", .annee, []), told("emplois_crees", .mois, []), told("taux_sorties", .annee, []),
      told("personnes", .annee, FunderSample.association("afeji")), told("part_ess_region", .mois, [])
    )
    before[value] = FunderSample.released("etp_total", .annee, Rational(60), status: .P)
    before[status] = FunderSample.released("emplois_crees", .mois, Rational(2), status: .A)
    before[part] = FunderSample.released("taux_sorties", .annee, Rational(1800, over: 28), of: (9, 14))
    before[mark] = FunderSample.released("personnes", .annee, Rational(6), FunderSample.association("afeji"))
    before.remove(at: new)
    before.append(FunderSample.released("personnes", .annee, Rational(8), FunderSample.association("die")))
    let actions = actions(before)
    #expect(actions["etp_total annee"] == "R" && actions["emplois_crees mois"] == "R")
    #expect(actions["taux_sorties annee"] == "R" && actions["personnes annee afeji"] == "R")
    #expect(actions["part_ess_region mois"] == "I" && actions["personnes annee"] == "I")
    #expect(actions["personnes annee die"] == "D")
    #expect(actions.values.count { $0 == "R" } == 4 && actions.count == FunderSample.figures.count + 1)
    let table = AggregatorTable(revised(before), Self.state)
    #expect(table.isTouched && table.changes == "4 lignes à remplacer, 1 nouvelle, 1 à supprimer")
    // What deletes has its dimensions alone.
    #expect(
      table.rows.last == [
        "emergence", "personnes", "2022-05", "annee", "", "die", "", "", "", "", "", "", "", "", "", "", "2022-05.2",
        "D",
      ])
  }

  /// Of a number that both editions hide nothing says whether it moved.
  @Test func aHiddenNumberThatMoved() {
    var before = FunderSample.figures
    let place = before.firstIndex { $0.isHidden && $0.key.indicator == "personnes" }!
    before[place] = FunderSample.released(
      "personnes", .annee, Rational(2), FunderSample.association("afeji"), hidden: true)
    #expect(actions(before)["personnes annee afeji"] == "I")
    #expect(AggregatorTable(revised(before), Self.state).isTouched == false)
  }

  /// An edition that had none, or a report in its place, told nothing of this table.
  @Test func theFirstOne() {
    for other in [
      FunderSample.funder,
      Funder(id: "etat", label: Label(fr: "É"), title: Label(fr: "B"), keyFigures: [], sections: []),
    ] {
      let table = AggregatorTable(revised(FunderSample.figures.dropLast(2).map { $0 }, by: other), Self.state)
      #expect(!table.isRevision && !table.isTouched && table.rows.allSatisfy { $0.last == "I" })
    }
  }

  /// CSV and data package, nothing else; and the page of the month says whom to send it.
  @Test func itsFiles() {
    let month = FunderSample.reported([FunderSample.funder, Self.state])
    let content = report(month)
    let paths = content.books.map(\.path) + content.files.map(\.path)
    #expect(paths.filter { $0.contains("etat") } == ["financeurs/etat-2022-05.csv"])
    let package =
      content.files.first { $0.path == "financeurs/datapackage.json" }.map { String(decoding: $0.bytes, as: UTF8.self) }
      ?? ""
    #expect(package.contains("\"path\": \"etat-2022-05.csv\"") && package.contains("\"name\": \"ACTION\""))
    let index =
      content.files.first { $0.path == "interne/index.html" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    #expect(index.contains("../financeurs/etat-2022-05.csv") && !index.contains("etat-2022-05.html"))
    #expect(readableText(index).contains("Envoyer le rapport à Région Hauts-de-France et État."))
    // Nobody else's file is another.
    let alone = report(FunderSample.reported([FunderSample.funder]))
    #expect(content.books.map(\.book) == alone.books.map(\.book))
  }

  @Test func aRevisionOnThePage() {
    var before = FunderSample.figures
    before[0] = FunderSample.released("emplois_crees", .mois, Rational(3), status: .P)
    var month = revised(before)
    month.edition.materiality = .mineure
    let page = readableText(indexPage(month, [], [AggregatorTable(month, Self.state)], links: []))
    #expect(page.contains("État~: 1 ligne à remplacer."))
    #expect(page.contains("Envoyer la nouvelle édition à qui a reçu l’édition 2022-05.1~: État."))
  }
}
