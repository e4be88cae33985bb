import Testing

@testable import Workbook

@Suite struct BookCheckTests {
  func rule(_ change: (inout Book) -> Void) -> BookError.Rule? {
    var book = Sample.book()
    change(&book)
    do throws(BookError) { try book.check() } catch { return error.rule }
    return nil
  }

  @Test func sampleIsGood() { #expect(rule { _ in } == nil) }

  @Test func sheets() {
    #expect(rule { $0.sheets = [] } == .noSheet)
    #expect(rule { $0.sheets[0].name = "ÉVOLUTION" } == .sheetNameTwice)
    #expect(rule { $0.sheets[0].zoom = 5 } == .layout)
    #expect(rule { $0.sheets[0].columns[0].width = 300 } == .layout)
    #expect(rule { $0.sheets[0].rows[0].height = .nan } == .layout)
    #expect(rule { $0.sheets[0].freeze = CellPlace(row: -1, column: 0) } == .layout)
    #expect(rule { $0.sheets[0].page.footer.left = [.text("a\nb")] } == .textOnOneLine)
    #expect(rule { $0.properties.created.day = 32 } == .date)
    #expect(rule { $0.properties.title = "\u{2}" } == .textCharacter)
  }

  @Test func pages() {
    #expect(rule { $0.sheets[0].page.size = .scale(5) } == .layout)
    #expect(rule { $0.sheets[0].page.breaks = [0] } == .layout)
    #expect(rule { $0.sheets[0].charts[0].indent = -1 } == .chartLayout)
  }

  @Test func jumps() {
    #expect(rule { $0.sheets[0].rows[0].cells[0].leadsTo = "Nulle part" } == .jump)
    #expect(rule { $0.sheets[0].rows[0].cells[0] = Cell(.blank).with(leadsTo: $0.sheets[0].name) } == .jump)
    #expect(rule { $0.sheets[0].rows[0].cells[0].leadsTo = $0.sheets[0].name } == nil)
  }

  @Test func tables() {
    for name in ["", "1a", "a b", "AXE1", "R1C1", "c", "é", "a-b", "=a"] {
      #expect(rule { $0.sheets[0].tables[0].name = name } == .tableName, "\(name)")
    }
    #expect(rule { $0.sheets[0].tables[0].name = "T_EVOLUTION" } == .tableNameTwice)
    #expect(rule { $0.sheets[0].tables[0].area.rows = 3...99 } == .tableOutside)
    #expect(rule { $0.sheets[0].tables[0].area.rows = 2...6 } == .tableHeader)
    #expect(rule { $0.sheets[0].rows[3].cells[1] = .number(1) } == .tableHeader)
    #expect(rule { $0.sheets[0].rows[3].cells[1] = .text("a\nb") } == .tableHeader)
    #expect(rule { $0.sheets[0].rows[3].cells[1] = .text("CIBLE") } == .tableHeaderTwice)
    #expect(
      rule {
        var table = $0.sheets[0].tables[0]
        table.name = "t_autre"
        $0.sheets[0].tables.append(table)
      } == .tableOverlap)
  }

  @Test func charts() {
    #expect(rule { $0.sheets[1].charts[0].series = [] } == .chartWithoutSeries)
    #expect(rule { $0.sheets[1].charts[0].alternativeText = "" } == .textEmpty)
    #expect(rule { $0.sheets[1].charts[0].title = "=A1" } == .textLikeFormula)
    #expect(rule { $0.sheets[1].charts[0].series[0].name = .text("=A1") } == .textLikeFormula)
    #expect(rule { $0.sheets[1].charts[0].width = 10 } == .chartLayout)
    #expect(rule { $0.sheets[1].charts[0].values.maximum = -1 } == .chartLayout)
    #expect(rule { $0.sheets[1].charts[0].series[0].values.sheet = "X" } == .chartReference)
    #expect(rule { $0.sheets[1].charts[0].series[0].values.area.rows = 3...70 } == .chartReference)
    #expect(rule { $0.sheets[1].charts[0].series[0].values.area.rows = 3...6 } == .chartShape)
    #expect(rule { $0.sheets[1].rows[3].cells[1] = .text("c") } == .chartValues)
    #expect(rule { $0.sheets[1].rows[3].cells[0] = .number(1) } == .chartCategories)
    #expect(
      rule { $0.sheets[1].charts[0].alternativeText = String(repeating: "é", count: 1001) }
        == .chartLayout)
  }
}

extension Cell {
  fileprivate func with(leadsTo name: String) -> Cell {
    var cell = self
    cell.leadsTo = name
    return cell
  }
}
