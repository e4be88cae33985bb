import Domain
import Host
import Workbook

/// The table of figures as a workbook of one sheet, read back before it is called done. For the analyst: small counts stand
/// in it. The file must be new. Throws `BookError`, `WriteError`, `ReadBackError` and `SystemError`.
package func writeFiguresBook(_ header: [String], _ rows: [[String]], upTo month: Month, to path: String) throws {
  let (year, number, day) = month.lastDay.civil
  var sheet = Sheet(name: "Chiffres")
  let numbers = Set(["value", "numerator", "denominator"].compactMap(header.firstIndex(of:)))
  sheet.append(
    table: "t_chiffres", headers: header.map { .text($0) },
    rows: rows.map { row in
      row.enumerated().map { column, text in numbers.contains(column) ? numberCell(text) : .text(text) }
    }, whenEmpty: .text("Aucun chiffre."))
  sheet.columns = header.map { ColumnWidth(width: Double(max(12, $0.count + 4))) }
  sheet.freeze = CellPlace(row: 1, column: 1)
  let book = Book(
    properties: BookProperties(
      title: "Chiffres jusqu'à \(month.french) (usage interne)",
      created: CreationDate(year: year, month: number, day: day)), sheets: [sheet])
  do {
    try withTemporaryFolder { try writeBooks([(path, book)], temporaryFolder: $0) }
    try syncPath(path)
  } catch let error as WriteError where error.isOccupied {
    throw error
  } catch {
    // Half a table is worse than none.
    try? removeTree(path)
    throw error
  }
}

/// A number of the table, which has at most six decimals; blank where there is none.
private func numberCell(_ text: String) -> Workbook.Cell {
  guard !text.isEmpty else { return .blank }
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  let decimals = parts.count > 1 ? parts[1].count : 0
  guard let units = Int(parts.joined()), units.magnitude <= 1 << 53, decimals <= 6 else {
    return Double(text).map { .number($0) } ?? .text(text)
  }
  return .decimal(units, scale: decimals)
}
