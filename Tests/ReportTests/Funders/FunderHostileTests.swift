import Domain
import PlainText
import Testing
import Workbook

@testable import Report

/// What nobody means to write and somebody will.
@Suite struct FunderHostileTests {
  let payload = "=cmd|'/C calc'!A0"

  @Test(arguments: [
    "Une étiquette d'axe de quatre-vingts caractères, comme il s'en trouve dans les lettres", "Emploi & « R&D » 🌱👩🏽‍🌾",
    "=cmd|'/C calc'!A0", "", "a\tb\r\nc\u{202E}d", "_x0041_", "History", String(repeating: "é", count: 400),
  ])
  func labels(_ label: String) throws {
    var programme = FunderSample.programme()
    for index in programme.axes.indices { programme.axes[index].label.fr = label }
    programme.associations[0].label = label
    programme.label.fr = label
    var funder = FunderSample.funder
    funder.title.fr = label
    funder.label.fr = label
    funder.contact = Label(fr: label)
    funder.labels = ["emplois_crees": Label(fr: label), "etp_total": Label(fr: label)]
    for index in funder.sections.indices {
      funder.sections[index].title.fr = label
      funder.sections[index].sentence.fr = label
    }
    var edition = FunderSample.second
    edition.reason = label
    let step = RevisionStep(.donnee, .exports([]), french: label)
    let revisions = [
      ReleasedRevision(
        key: FunderSample.revisions[0].key, old: .shown(Rational(1)), new: .shown(Rational(2)), oldStatus: .A,
        newStatus: .A, isMove: true, steps: [step])
    ]
    let month = FunderSample.reported([funder], edition: edition, revisions: revisions, programme: programme)
    try ScratchFolder().check(funderBook(month, funder))
    for record in records(funderTable(month, funder), separator: ";") {
      #expect(record.count == 22 && !record.contains { $0.hasPrefix("=") || $0.hasPrefix("\t") })
    }
  }

  @Test func formulaIsInert() {
    var funder = FunderSample.funder
    funder.labels["emplois_crees"] = Label(fr: payload)
    let month = FunderSample.reported([funder])
    #expect(records(funderTable(month, funder), separator: ";")[1][1] == "'" + payload)
    #expect(["-5", "+1,5", "12"].map(inertField) == ["-5", "+1,5", "12"])
    #expect(["-a", "+1,5 €", "@x", "-", "1-2"].map(inertField) == ["'-a", "'+1,5 €", "'@x", "'-", "1-2"])
    #expect(chartText(payload).hasPrefix("«"))
  }

  @Test func sixtyAssociations() throws {
    let ids = (1...60).map { ("a\($0)", "Association numéro \($0) de l'agglomération") }
    let figures = ids.enumerated().map { index, id in
      FunderSample.released("personnes", .annee, Rational(index), FunderSample.association(id.0))
    }
    var funder = FunderSample.funder
    funder.sections = [FunderSample.section("Soixante", .association, [("personnes", .annee)], .bar(["personnes"]))]
    let month = FunderSample.reported([funder], figures: figures, programme: FunderSample.programme(associations: ids))
    let book = funderBook(month, funder)
    try ScratchFolder().check(book)
    #expect(book.sheets[2].tables[0].area.rows.count == 62)
  }

  @Test func nothing() throws {
    let month = FunderSample.reported(figures: [], deliveries: [])
    let book = funderBook(month, FunderSample.funder)
    try ScratchFolder().check(book)
    #expect(book.sheets.allSatisfy { $0.name == "Évolution" || $0.charts.isEmpty })
    #expect(
      texts(book.sheets[2]).contains("Ensemble")
        && book.sheets[2].charts.isEmpty)
    var empty = FunderSample.funder
    empty.keyFigures = []
    empty.sections = []
    try ScratchFolder().check(funderBook(FunderSample.reported([empty]), empty))
    #expect(records(funderTable(FunderSample.reported([empty]), empty), separator: ";").count == 1)
  }

  @Test func allMissing() throws {
    let figures = FunderSample.figures.map { figure in
      FunderSample.released(
        figure.figure.indicator, figure.figure.horizon, nil, figure.figure.cell.members, reason: .aucunFichier)
    }
    let book = funderBook(FunderSample.reported(figures: figures), FunderSample.funder)
    try ScratchFolder().check(book)
    #expect(book.sheets[2].charts.isEmpty)
    #expect(numbers(book.sheets[2]).isEmpty && texts(book.sheets[2]).contains("nd"))
  }

  @Test func allHidden() throws {
    let figures = FunderSample.figures.map { ReleasedFigure($0.figure, confidentiality: .D) }
    // As Protect releases them: of a cell that is hidden, neither value.
    let revisions = FunderSample.revisions.map {
      ReleasedRevision(
        key: $0.key, old: .hidden, new: .hidden, oldStatus: $0.oldStatus, newStatus: $0.newStatus, isMove: $0.isMove,
        steps: $0.steps)
    }
    let month = FunderSample.reported(figures: figures, edition: FunderSample.second, revisions: revisions)
    let book = funderBook(month, FunderSample.funder)
    try ScratchFolder().check(book)
    #expect(numbers(book.sheets[2]).isEmpty && texts(book.sheets[2]).contains("s"))
    #expect(numbers(book.sheets.first { $0.name == "Révisions" }!).isEmpty)
    for record in records(funderTable(month, FunderSample.funder), separator: ";").dropFirst() {
      #expect(
        record[10].isEmpty && record[11].isEmpty && record[20].isEmpty && (record[15] == "D" || record[14] == "M"))
    }
  }

  /// A gap of a chart is a blank cell, never 0.
  @Test func gapsAreBlank() throws {
    let sheet = funderBook(FunderSample.reported(), FunderSample.funder).sheets[3]
    let chart = try #require(sheet.charts.first)
    let area = chart.series[0].values.area
    #expect(area.rows.map { sheet.rows[$0].cells[area.columns.lowerBound].content } == [.number(50), .blank])
    #expect(chart.series.last?.isMark == true)
  }

  private func texts(_ sheet: Sheet) -> [String] {
    sheet.rows.flatMap(\.cells).compactMap { cell in
      if case .text(let text) = cell.content { return text }
      return nil
    }
  }

  private func numbers(_ sheet: Sheet) -> [Double] {
    sheet.rows.flatMap(\.cells).compactMap { cell in
      if case .number(let number) = cell.content { return number }
      return nil
    }
  }
}
