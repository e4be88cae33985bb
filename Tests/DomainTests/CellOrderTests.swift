import Domain
import Testing

struct CellOrderTests {
  private func cell(_ members: (Dimension, String)...) -> Cell { Cell(members.map { Cell.Member($0.0, $0.1) }) }

  @Test func membersStandInTheOrderOfDimensions() {
    let cell = cell((.sexe, "f"), (.axe, "x"))
    #expect(cell.dimensions == [.axe, .sexe])
    #expect(cell[.sexe] == "f")
    #expect(cell[.commune] == nil)
    #expect(cell == self.cell((.axe, "x"), (.sexe, "f")))
  }

  /// The table's rows, written out with a blank for a dimension that is not there, sort as texts column by column.
  @Test func orderIsThatOfTheColumns() {
    let cells = [
      Cell.total, cell((.sexe, "f")), cell((.sexe, "inconnu")), cell((.instance, "ca")), cell((.commune, "62427")),
      cell((.association, "a")), cell((.association, "a"), (.sexe, "f")), cell((.association, "b")), cell((.axe, "x")),
      cell((.axe, "x"), (.association, "a")), cell((.axe, "x"), (.association, "b")), cell((.axe, "x"), (.sexe, "h")),
      cell((.axe, "y")), cell((.axe, "é")),
    ]
    func columns(_ cell: Cell) -> [[UInt8]] { Dimension.allCases.map { Array((cell[$0] ?? "").utf8) } }
    for a in cells {
      for b in cells {
        let expected =
          zip(columns(a), columns(b)).first { $0.0 != $0.1 }.map { $0.0.lexicographicallyPrecedes($0.1) } ?? false
        #expect(Cell.precedes(a, b) == expected, "\(a) \(b)")
      }
    }
  }
}
