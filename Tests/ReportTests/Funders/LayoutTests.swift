import Domain
import Testing
import Workbook

@testable import Report

/// No hole, nothing over another thing, and what cannot be read is not drawn.
@Suite struct LayoutTests {
  private func book(associations: Int, chart: Funder.Chart = .bar(["personnes"])) -> Book {
    let ids = (0..<associations).map { ("a\($0)", "Association numéro \($0) de l'agglomération d'Hénin-Carvin") }
    let figures = ids.enumerated().map { index, id in
      FunderSample.released("personnes", .annee, Rational((index * 37) % 100 + 5), FunderSample.association(id.0))
    }
    var funder = FunderSample.funder
    funder.sections = [FunderSample.section("Public", .association, [("personnes", .annee)], chart)]
    return funderBook(
      FunderSample.reported([funder], figures: figures, programme: FunderSample.programme(associations: ids)), funder)
  }

  /// Charts of one sheet never share a pixel, and stand below their table's last row or beside the sentences.
  @Test(arguments: [1, 4, 19, 60]) func chartsStandApart(associations: Int) {
    for sheet in book(associations: associations).sheets {
      let left = sheet.columns.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1.pixels) }
      let top = sheet.rows.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + ($1.height ?? 15.75) * 4 / 3) }
      let areas = sheet.charts.map { chart in
        (
          x:
            (left[chart.place.column] + Double(chart.indent))...(left[chart.place.column]
            + Double(chart.indent + chart.width)),
          y: top[chart.place.row]...(top[chart.place.row] + Double(chart.height))
        )
      }
      for (index, area) in areas.enumerated() {
        #expect(area.y.upperBound <= top.last! + 1, "\(sheet.name)")
        for other in areas[..<index] {
          #expect(!area.x.overlaps(other.x) || !area.y.overlaps(other.y), "\(sheet.name)")
        }
        for table in sheet.tables where !table.name.hasPrefix("t_graphique") {
          let rows = top[table.area.rows.lowerBound]...top[table.area.rows.upperBound + 1]
          #expect(area.y.lowerBound >= rows.upperBound || area.y.upperBound <= rows.lowerBound + 8, "\(sheet.name)")
        }
      }
    }
  }

  /// A page ends before a chart that would be cut, never with rows of nothing.
  @Test(arguments: [6, 19, 60]) func noHoles(associations: Int) throws {
    let sheet = try #require(book(associations: associations).sheets.first { $0.name == "Public" })
    let chart = try #require(sheet.charts.first)
    let above = sheet.rows[..<chart.place.row].suffix(2)
    #expect(above.contains { !$0.cells.isEmpty }, "empty rows above the chart")
    if associations == 60 { #expect(!sheet.page.breaks.isEmpty && sheet.page.repeatedRows != nil) }
    if associations == 6 { #expect(sheet.page.repeatedRows == nil) }
  }

  /// Three key figures make a narrow sheet: their charts stand under one another, or side by side where there is room.
  @Test func evolutionOfThree() throws {
    var funder = FunderSample.funder
    funder.keyFigures = Array(funder.keyFigures.prefix(2))
    let sheet = try #require(
      funderBook(FunderSample.reported([funder]), funder).sheets.first { $0.name == "Évolution" })
    #expect(sheet.charts.count == 2 && sheet.charts.allSatisfy { $0.width >= 290 })
  }

  @Test func fifteenAndTheOthers() throws {
    var month = FunderSample.reported()
    let ids = (0..<25).map { ("a\($0)", "A\($0)") }
    month.definitions.programme = FunderSample.programme(associations: ids)
    func chart(_ indicator: String, _ horizon: Horizon) throws -> ReportChart {
      month.release.figures = ReleasedFigures(
        month: month.month,
        ids.enumerated().map { index, id in
          FunderSample.released(indicator, horizon, Rational(index), FunderSample.association(id.0))
        })
      let section = FunderSection(
        FunderSample.section("S", .association, [(indicator, horizon)], .bar([indicator])), for: FunderSample.funder,
        in: month)
      return try #require(sectionChart(section, in: FunderReport(month, FunderSample.funder)))
    }
    let jobs = try chart("emplois_crees", .programme)
    #expect(jobs.categories.count == 16 && jobs.categories.first == "A24" && jobs.categories.last == "Autres (10)")
    #expect(jobs.series[0].values.last == .shown(Rational(45)), "0 + 1 + … + 9")
    // Persons are in several lines: the others do not add up, and the title says that they are left out.
    let persons = try chart("personnes", .annee)
    #expect(persons.categories.count == 15 && persons.title.hasSuffix("(les 15 premiers)"))
  }

  @Test func aTargetIsAMark() throws {
    let book = funderBook(FunderSample.reported(), FunderSample.funder)
    let sheet = try #require(book.sheets.first { $0.name == "Insertion par association" })
    let chart = try #require(sheet.charts.first)
    #expect(chart.series.map(\.isMark) == [false, true] && chart.overlap == 100)
  }

  /// Nothing moved: no line says so.
  @Test func noChartOfWhatNeverMoved() {
    let figures = FunderReport(FunderSample.reported(), FunderSample.funder).headlines
    let months = (1...3).map { number in
      ReleasedFigures(
        month: Month(year: 2022, number: number), [FunderSample.released("emplois_crees", .programme, Rational(7))])
    }
    #expect(evolutionCharts(figures, over: months).isEmpty)
  }

  @Test func shortMonthsOnce() {
    let months = Array(Month(year: 2021, number: 5)...Month(year: 2022, number: 5))
    let names = shortMonths(months)
    #expect(names.first == "mai 21" && names.last == "mai 22" && names[8] == "janv. 22" && names[1] == "juin")
    #expect(Set(names).count == names.count)
  }

  /// A difference from a negative objective has the sign of the difference.
  @Test func percentOfANegativeObjective() throws {
    var funder = FunderSample.funder
    funder.objectives = [
      Objective(
        key: funder.keyFigures[0], period: FunderSample.month...FunderSample.month, value: Rational(-20),
        kind: .plafond, source: "s")
    ]
    let row = try #require(objectiveTable(FunderReport(FunderSample.reported([funder]), funder)).rows.first)
    #expect(row[6].shown.replacing("\u{A0}", with: " ") == "+31 postes" && row[7].shown.hasPrefix("+155"))
  }

  /// A number that is not 0 never stands as 0, in a cell or in a text.
  @Test func nothingIsShownAsZero() {
    for (value, decimals, shown) in [
      (Rational(3, over: 10_000), 1, "0,0003"), (Rational(-3, over: 100), 0, "−0,03"), (.zero, 1, "0,0"),
      (Rational(1, over: 3), 1, "0,3"), (Rational(-165, over: 100), 0, "−2"),
    ] {
      #expect(NumberLook(of: value, decimals: decimals).text(value) == shown)
      #expect(French.number(value, decimals: decimals) == shown)
    }
    #expect(signedDifference(Rational(1, over: 1000), decimals: 1, unit: .points).hasPrefix("+0,001"))
    #expect(French.number(Rational(-165, over: 100), decimals: 0, unit: .points) == "−2\u{A0}points")
    #expect(NumberLook(of: Rational(1, over: 1000), decimals: 1).format.hasPrefix("#,##0.000;\u{2212}"))
  }
}
