/// A CSV of whole numbers, as it is filled row by row.
struct IntegerTable {
  private(set) var bytes: [UInt8]
  private var isRowBegun = false

  init(_ table: FactTable) {
    bytes = Array(table.columns.map(\.name).joined(separator: ",").utf8) + [UInt8(ascii: "\n")]
  }

  /// The next cell of the row; nil leaves it empty.
  mutating func add(_ value: Int64?) {
    if isRowBegun { bytes.append(UInt8(ascii: ",")) }
    isRowBegun = true
    guard let value else { return }
    guard value < 0 || value > 9 else {
      bytes.append(UInt8(ascii: "0") + UInt8(value))
      return
    }
    // Digits from the last to the first, turned round where they stand.
    let first = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes[first...].reverse()
  }

  mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isRowBegun = false
  }
}
