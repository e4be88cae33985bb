import CSV

typealias Bytes = UnsafeBufferPointer<UInt8>

/// `0,5` `0.5` `1 234,50` `50 %` → ten-thousandths, further digits rounded half away from zero. The field is trimmed.
func decimalValue(_ field: Bytes, allowsPercent: Bool = false) throws(InvalidValue) -> Int64 {
  var text = field
  var decimals = 4
  if allowsPercent, text.last == UInt8(ascii: "%") {
    text = trimmedOfGroupSpaces(trimmed(Bytes(rebasing: text.dropLast())))
    decimals = 2
  }
  var position = 0
  let isNegative = skipMinus(text, &position)
  guard var value = wholeNumber(text, &position) else { throw DecimalFaults.notANumber(field) }
  value *= decimals == 4 ? 10_000 : 100
  if position < text.count {
    guard let fraction = fractionValue(text, from: position, decimals: decimals) else {
      throw DecimalFaults.notANumber(field)
    }
    value += fraction
  }
  return isNegative ? -value : value
}

/// Digits, grouped by threes or not. The field is trimmed.
func integerValue(_ field: Bytes) throws(InvalidValue) -> Int64 {
  var position = 0
  guard let value = wholeNumber(field, &position), position == field.count else {
    throw DecimalFaults.notAnInteger(field)
  }
  return value
}

/// The hyphen or U+2212.
private func skipMinus(_ text: Bytes, _ position: inout Int) -> Bool {
  if text.first == UInt8(ascii: "-") {
    position = 1
  } else if text.count >= 3, text[0] == 0xE2, text[1] == 0x88, text[2] == 0x92 {
    position = 3
  }
  return position > 0
}

/// At most 12 digits. Once there is a group, the first has one to three digits and the others exactly three.
private func wholeNumber(_ text: Bytes, _ position: inout Int) -> Int64? {
  var value: Int64 = 0
  var digits = 0
  var group = 0
  var groups = 0
  while position < text.count {
    if let digit = digitValue(text[position]) {
      value = value * 10 + digit
      digits += 1
      group += 1
      guard digits <= 12 else { return nil }
      position += 1
      continue
    }
    let width = groupSpaceWidth(text, at: position)
    guard width > 0 else { break }
    guard groups == 0 ? (1...3).contains(group) : group == 3 else { return nil }
    groups += 1
    group = 0
    position += width
  }
  guard digits > 0, groups == 0 || group == 3 else { return nil }
  return value
}

/// A separator and at least one digit, to the end.
private func fractionValue(_ text: Bytes, from start: Int, decimals: Int) -> Int64? {
  guard text[start] == UInt8(ascii: ",") || text[start] == UInt8(ascii: "."), start + 1 < text.count else { return nil }
  var value: Int64 = 0
  var roundsUp = false
  for (place, position) in (start + 1..<text.count).enumerated() {
    guard let digit = digitValue(text[position]) else { return nil }
    if place < decimals { value = value * 10 + digit }
    if place == decimals { roundsUp = digit >= 5 }
  }
  for _ in 0..<max(0, decimals - (text.count - start - 1)) { value *= 10 }
  return roundsUp ? value + 1 : value
}

@inline(__always)
func digitValue(_ byte: UInt8) -> Int64? { byte >= 48 && byte <= 57 ? Int64(byte - 48) : nil }

/// Width of a U+0020, U+00A0, U+202F or U+2009 at `position`, else 0.
private func groupSpaceWidth(_ text: Bytes, at position: Int) -> Int {
  switch text[position] {
  case 0x20: return 1
  case 0xC2: return noBreakSpaceWidth(text, at: position)
  case 0xE2:
    guard position + 2 < text.count, text[position + 1] == 0x80 else { return 0 }
    return text[position + 2] == 0xAF || text[position + 2] == 0x89 ? 3 : 0
  default: return 0
  }
}

/// `50 %` may have a thin space before the sign.
private func trimmedOfGroupSpaces(_ text: Bytes) -> Bytes {
  guard text.count >= 3, text[text.count - 3] == 0xE2, text[text.count - 2] == 0x80, text[text.count - 1] == 0x89 else {
    return text
  }
  return Bytes(rebasing: text.dropLast(3))
}

private enum DecimalFaults {
  static func notANumber(_ field: Bytes) -> InvalidValue {
    InvalidValue(
      code: "not-a-number", rule: "nombre décimal attendu, trouvé « \(shape(of: field)) »",
      remedy:
        "écrire le nombre seul, avec une virgule ou un point (0,5), sans unité, sans devise, sans séparateur double")
  }
  static func notAnInteger(_ field: Bytes) -> InvalidValue {
    InvalidValue(
      code: "not-an-integer", rule: "nombre entier attendu, trouvé « \(shape(of: field)) »",
      remedy: "écrire un nombre entier, en chiffres")
  }
}
