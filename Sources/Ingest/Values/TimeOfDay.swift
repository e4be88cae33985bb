/// The field without the time of day behind it (`2022-05-31T00:00:00.000Z`, `31/05/2022 08:15`); nil where there is none.
func withoutTime(_ field: Bytes) -> Bytes? {
  guard let gap = field.firstIndex(where: { $0 == 0x20 || $0 == UInt8(ascii: "T") }), gap > 0,
    isTimeOfDay(Bytes(rebasing: field[(gap + 1)...]))
  else { return nil }
  return Bytes(rebasing: field[..<gap])
}

/// `hh:mm`, then seconds, a fraction of them, `Z` or an offset.
private func isTimeOfDay(_ text: Bytes) -> Bool {
  var position = 0
  func two(below limit: Int64) -> Bool {
    guard position + 1 < text.count, let tens = digitValue(text[position]), let ones = digitValue(text[position + 1]),
      tens * 10 + ones < limit
    else { return false }
    position += 2
    return true
  }
  func pass(_ byte: UInt8) -> Bool {
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }
  let colon = UInt8(ascii: ":")
  guard two(below: 24), pass(colon), two(below: 60) else { return false }
  if pass(colon) {
    guard two(below: 60) else { return false }
    if pass(UInt8(ascii: ".")) || pass(UInt8(ascii: ",")) {
      let start = position
      while position < text.count, digitValue(text[position]) != nil { position += 1 }
      guard position > start else { return false }
    }
  }
  if pass(UInt8(ascii: "Z")) { return position == text.count }
  if pass(UInt8(ascii: "+")) || pass(UInt8(ascii: "-")) {
    guard two(below: 24) else { return false }
    if position < text.count {
      _ = pass(colon)
      guard two(below: 60) else { return false }
    }
  }
  return position == text.count
}
