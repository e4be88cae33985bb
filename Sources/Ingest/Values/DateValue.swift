import Domain

/// A day, and how it came.
struct ParsedDate {
  let day: Day
  /// As a spreadsheet's serial number.
  var isSerial = false
  /// With a time of day behind it, which is dropped.
  var hasTime = false
  /// Written day first, and the day can be no month.
  var isSurelyDayFirst = false
}

/// `2022-05-31` `31/05/2022` `31-05-2022` `31.05.2022` `31/05/22`, or an Excel serial of five digits; a time of day may stand
/// behind. The field is trimmed. `allowsShortYear` is false for births: `31/05/22` could be a child or a centenarian.
func dateValue(_ field: Bytes, allowsShortYear: Bool = true) throws(InvalidValue) -> ParsedDate {
  guard let numbers = dateNumbers(field) else {
    if let serial = serialDay(field) { return ParsedDate(day: serial, isSerial: true) }
    guard let date = withoutTime(field) else { throw DateFaults.notADate(field) }
    var parsed = try dateValue(date, allowsShortYear: allowsShortYear)
    parsed.hasTime = true
    return parsed
  }
  var year = numbers.year
  if numbers.isShortYear {
    guard allowsShortYear else { throw DateFaults.shortBirthYear }
    year += year < 80 ? 2000 : 1900
  }
  guard let valid = Day(checking: year, month: numbers.month, day: numbers.day) else {
    throw numbers.isMonthFirst ? DateFaults.monthAboveTwelve : DateFaults.noSuchDay
  }
  return ParsedDate(day: valid, isSurelyDayFirst: numbers.isDayFirst && numbers.day > 12)
}

/// Whether a text is day, month, year in this order with a day that can be no month, though perhaps no day that exists.
func isSurelyDayFirst(_ field: Bytes) -> Bool {
  guard let numbers = dateNumbers(field) ?? withoutTime(field).flatMap(dateNumbers) else { return false }
  return numbers.isDayFirst && numbers.day > 12
}

/// A serial of the 1900 date system, 10000 (1927) to 60000 (2064).
func serialDay(_ field: Bytes) -> Day? {
  guard field.count == 5 else { return nil }
  var serial: Int64 = 0
  for byte in field {
    guard let digit = digitValue(byte) else { return nil }
    serial = serial * 10 + digit
  }
  guard (10_000...60_000).contains(serial) else { return nil }
  // Serial 25569 is 1970-01-01.
  return Day(number: Int32(serial - 25_569))
}

private struct DateNumbers {
  var year: Int
  var month: Int
  var day: Int
  var isShortYear = false
  /// Not `2022-05-31`.
  var isDayFirst = true
  /// The second number can be no month, and the first could be one.
  var isMonthFirst: Bool { isDayFirst && month > 12 && day <= 12 }
}

/// Year, month, day of a text with the look of a date.
private func dateNumbers(_ field: Bytes) -> DateNumbers? {
  guard field.count >= 6, field.count <= 10 else { return nil }
  var numbers = (0, 0, 0)
  var lengths = (0, 0, 0)
  var part = 0
  var separator: UInt8 = 0
  for byte in field {
    if let digit = digitValue(byte) {
      switch part {
      case 0: (numbers.0, lengths.0) = (numbers.0 * 10 + Int(digit), lengths.0 + 1)
      case 1: (numbers.1, lengths.1) = (numbers.1 * 10 + Int(digit), lengths.1 + 1)
      default: (numbers.2, lengths.2) = (numbers.2 * 10 + Int(digit), lengths.2 + 1)
      }
      continue
    }
    guard part < 2, byte == 0x2F || byte == 0x2D || byte == 0x2E, part == 0 || byte == separator else { return nil }
    separator = byte
    part += 1
  }
  guard part == 2, (1...2).contains(lengths.1) else { return nil }
  if lengths.0 == 4 {
    guard separator == 0x2D, (1...2).contains(lengths.2) else { return nil }
    return DateNumbers(year: numbers.0, month: numbers.1, day: numbers.2, isDayFirst: false)
  }
  guard (1...2).contains(lengths.0) else { return nil }
  if lengths.2 == 4 { return DateNumbers(year: numbers.2, month: numbers.1, day: numbers.0) }
  guard lengths.2 == 2, separator == 0x2F else { return nil }
  return DateNumbers(year: numbers.2, month: numbers.1, day: numbers.0, isShortYear: true)
}

enum DateFaults {
  static func notADate(_ field: Bytes) -> InvalidValue {
    InvalidValue(
      code: .notADate, rule: "date attendue, trouvé \(shape(of: field))",
      remedy: "écrire la date en chiffres, jour/mois/année sur quatre chiffres (JJ/MM/AAAA)",
      mayBeLeftBlank: "vider la cellule si la date n'est pas connue")
  }
  static let noSuchDay = InvalidValue(
    code: .noSuchDay, rule: "ce jour n'existe pas", remedy: "vérifier le jour et le mois (jour/mois/année)")
  /// Told apart by the reader of the column: where all its dates are so, the file is month first.
  static let monthAboveTwelve = InvalidValue(
    code: .noSuchDay, rule: "il n'y a pas de mois au-delà de 12",
    remedy: "écrire le jour avant le mois (jour/mois/année)")
  static let shortBirthYear = InvalidValue(
    code: .shortBirthYear, rule: "année de naissance sur deux chiffres",
    remedy: "écrire l'année de naissance sur quatre chiffres",
    mayBeLeftBlank: "vider la cellule si la date n'est pas connue")
  static func outOfRange(mayBeBlank: Bool) -> InvalidValue {
    InvalidValue(
      code: .dateOutOfRange, rule: "date hors des bornes : du 01/01/1950 au 31/12/2099",
      remedy: mayBeBlank
        ? "vider la cellule si la date n'est pas connue, ou la corriger ; elle est lue comme inconnue"
        : "corriger l'année")
  }
}
