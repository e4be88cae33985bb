import CSV
import Domain

typealias Bytes = UnsafeBufferPointer<UInt8>

/// `0,5` `0.5` `1 234,50`, and what its form allows besides (`50 %`, `151 h 40`) → ten-thousandths, further digits rounded
/// half away from zero. The field is trimmed.
@inline(__always)
func decimalValue(_ field: Bytes, form: ColumnType.DecimalForm? = nil) throws(InvalidValue) -> Int64 {
  if let value = plainDecimal(field, allowsPercent: form == .percent) { return value }
  return try otherDecimal(field, form)
}

private func otherDecimal(_ field: Bytes, _ form: ColumnType.DecimalForm?) throws(InvalidValue) -> Int64 {
  if form == .hours, let value = hoursInSixtieths(field) ?? decimalBeforeHours(field) { return value }
  throw DecimalFaults.notANumber(field, form)
}

private func plainDecimal(_ field: Bytes, allowsPercent: Bool = false) -> Int64? {
  var text = field
  var decimals = 4
  if allowsPercent, text.last == UInt8(ascii: "%") {
    text = trimmedOfGroupSpaces(trimmed(Bytes(rebasing: text.dropLast())))
    decimals = 2
  }
  var position = 0
  let isNegative = skipMinus(text, &position)
  guard var value = wholeNumber(text, &position) else { return nil }
  value *= decimals == 4 ? 10_000 : 100
  if position < text.count {
    guard let fraction = fractionValue(text, from: position, decimals: decimals) else { return nil }
    value += fraction
  }
  return isNegative ? -value : value
}

/// `151:40`, `151:40:00`, `151h40`, `151 h 40`: minutes and seconds, of two digits each, below 60. Rounded once.
func hoursInSixtieths(_ field: Bytes) -> Int64? {
  guard let (seconds, isNegative) = secondsInSixtieths(field) else { return nil }
  // A second is 25/9 ten-thousandths of an hour; rounded half away from zero.
  let value = seconds / 3600 * 10_000 + (seconds % 3600 * 50 / 9 + 1) / 2
  return isNegative ? -value : value
}

/// The same in seconds, without its sign.
func secondsInSixtieths(_ field: Bytes) -> (seconds: Int64, isNegative: Bool)? {
  guard let sign = field.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 | 0x20 == UInt8(ascii: "h") }) else {
    return nil
  }
  let isClock = field[sign] == UInt8(ascii: ":")
  var end = sign
  if !isClock { while end > 0, case let width = groupSpaceWidth(field, before: end), width > 0 { end -= width } }
  let whole = Bytes(rebasing: field[..<end])
  var position = 0
  let isNegative = skipMinus(whole, &position)
  guard let hours = wholeNumber(whole, &position), position == end else { return nil }
  position = sign + 1
  if !isClock { skipGroupSpaces(field, &position) }
  guard let minutes = sixtieths(field, &position) else { return nil }
  var seconds: Int64 = 0
  if isClock, position < field.count {
    guard field[position] == UInt8(ascii: ":") else { return nil }
    position += 1
    guard let read = sixtieths(field, &position) else { return nil }
    seconds = read
  }
  guard position == field.count else { return nil }
  return (hours * 3600 + minutes * 60 + seconds, isNegative)
}

/// Two digits below 60.
private func sixtieths(_ field: Bytes, _ position: inout Int) -> Int64? {
  guard position + 1 < field.count, let tens = digitValue(field[position]),
    let ones = digitValue(field[position + 1]), tens < 6
  else { return nil }
  position += 2
  return tens * 10 + ones
}

/// `121h`, `151,67 heures`
private func decimalBeforeHours(_ field: Bytes) -> Int64? {
  let letters = field.reversed().prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.count
  guard ["h", "heure", "heures"].contains(String(decoding: field.suffix(letters), as: UTF8.self).lowercased()) else {
    return nil
  }
  var end = field.count - letters
  while end > 0, case let width = groupSpaceWidth(field, before: end), width > 0 { end -= width }
  return plainDecimal(Bytes(rebasing: field[..<end]))
}

private func skipGroupSpaces(_ field: Bytes, _ position: inout Int) {
  while position < field.count, case let width = groupSpaceWidth(field, at: position), width > 0 { position += width }
}

/// Width of the space of a group that ends before `end`, else 0.
private func groupSpaceWidth(_ text: Bytes, before end: Int) -> Int {
  for width in 1...3 where end >= width && groupSpaceWidth(text, at: end - width) == width { return width }
  return 0
}

/// Digits, grouped by threes or not; one or two zeros may follow a separator (`19,0`). The field is trimmed.
func integerValue(_ field: Bytes) throws(InvalidValue) -> Int64 {
  var position = 0
  guard let value = wholeNumber(field, &position) else { throw DecimalFaults.notAnInteger(field) }
  if position == field.count { return value }
  let zeros = field[(position + 1)...]
  guard field[position] == UInt8(ascii: ",") || field[position] == UInt8(ascii: "."), (1...2).contains(zeros.count),
    zeros.allSatisfy({ $0 == UInt8(ascii: "0") })
  else { throw DecimalFaults.notAnInteger(field) }
  return value
}

/// The hyphen or U+2212.
func skipMinus(_ text: Bytes, _ position: inout Int) -> Bool {
  if text.first == UInt8(ascii: "-") {
    position = 1
  } else if text.count >= 3, text[0] == 0xE2, text[1] == 0x88, text[2] == 0x92 {
    position = 3
  }
  return position > 0
}

/// At most 12 digits. Once there is a group, the first has one to three digits and the others exactly three.
func wholeNumber(_ text: Bytes, _ position: inout Int) -> Int64? {
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
  static func notANumber(_ field: Bytes, _ form: ColumnType.DecimalForm?) -> InvalidValue {
    let remedy =
      switch form {
      case .hours:
        "écrire les heures en décimales (151,67) ou en heures et minutes (151:40), sans devise ni séparateur double"
      case .percent: "écrire le nombre seul, avec une virgule ou un point, ou un pourcentage avec le signe %"
      case nil: "écrire le nombre seul, avec une virgule ou un point, sans unité ni séparateur double"
      }
    return InvalidValue(
      code: .notANumber, rule: "nombre décimal attendu, trouvé \(shape(of: field))", remedy: remedy,
      mayBeLeftBlank: "vider la cellule si le nombre n'est pas connu")
  }
  static func notAnInteger(_ field: Bytes) -> InvalidValue {
    InvalidValue(
      code: .notAnInteger, rule: "nombre entier attendu, trouvé \(shape(of: field))",
      remedy: "écrire un nombre entier, en chiffres", mayBeLeftBlank: "vider la cellule si le nombre n'est pas connu")
  }
}
