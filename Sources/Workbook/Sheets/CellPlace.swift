/// A cell's place, counted from 0.
package struct CellPlace: Sendable, Hashable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// As a spreadsheet says it: "B7".
  package var name: String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row + 1)
  }

  /// The place a name such as "B7" stands for; nil for anything else.
  package init?(name: some Sequence<UInt8>) {
    var row = 0
    var column = 0
    for byte in name {
      switch byte {
      case 65...90 where row == 0: column = column * 26 + Int(byte) - 64
      case 48...57 where column > 0: row = row * 10 + Int(byte) - 48
      default: return nil
      }
      guard row <= Limit.rows, column <= Limit.columns else { return nil }
    }
    guard row > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }
}
