import Domain

/// The two forms that nearly all dates have, of ten bytes: `31/05/2022` (or with `-` or `.`) and `2022-05-31`; nil: another form, or
/// no day that exists. Eight bytes at a time; ``dateValue(_:allowsShortYear:)`` says the same.
@inline(__always)
func plainDay(_ cell: Bytes) -> ParsedDate? {
  guard cell.count == 10, let words = CellWords(cell) else { return nil }
  let last = words.high ^ 0x3030
  guard areDigits(last) else { return nil }
  func number(_ word: UInt64, _ place: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &>> (8 &* place)) & 0xF) * 10
      + Int(truncatingIfNeeded: (word &>> (8 &* place &+ 8)) & 0xF)
  }
  let separator = (words.low &>> 16) & 0xFF
  if (words.low &>> 40) & 0xFF == separator, separator >= 0x2D, separator <= 0x2F {
    let first = words.low & ~0x0000_FF00_00FF_0000 ^ 0x3030_0030_3000_3030
    guard areDigits(first) else { return nil }
    let day = number(first, 0)
    guard let valid = Day(checking: number(first, 6) * 100 + number(last, 0), month: number(first, 3), day: day) else {
      return nil
    }
    return ParsedDate(day: valid, isSurelyDayFirst: day > 12)
  }
  guard words.low & 0xFF00_00FF_0000_0000 == 0x2D00_002D_0000_0000 else { return nil }
  let first = words.low & ~0xFF00_00FF_0000_0000 ^ 0x0030_3000_3030_3030
  guard areDigits(first) else { return nil }
  return Day(checking: number(first, 0) * 100 + number(first, 2), month: number(first, 5), day: number(last, 0))
    .map { ParsedDate(day: $0) }
}

/// Whether each byte is 9 or less: ASCII digits without their high half.
@inline(__always)
private func areDigits(_ word: UInt64) -> Bool {
  (word | (word &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0
}
