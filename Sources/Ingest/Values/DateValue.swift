import Domain

/// A day, and whether it came as a spreadsheet's serial number.
struct ParsedDate {
  let day: Day
  var isSerial = false
}

/// `2022-05-31` `31/05/2022` `31-05-2022` `31.05.2022` `31/05/22`, or an Excel serial of five digits. The field is
/// trimmed. `allowsShortYear` is false for births: `31/05/22` could be a child or a centenarian.
func dateValue(_ field: Bytes, allowsShortYear: Bool = true) throws(InvalidValue) -> ParsedDate {
  guard let numbers = dateNumbers(field) else {
    if let serial = serialDay(field) { return ParsedDate(day: serial, isSerial: true) }
    throw DateFaults.notADate(field)
  }
  var (year, month, day) = (numbers.0, numbers.1, numbers.2)
  if numbers.isShortYear {
    guard allowsShortYear else { throw DateFaults.shortBirthYear }
    year += year < 80 ? 2000 : 1900
  }
  guard let valid = Day(checking: year, month: month, day: day) else {
    (year, month, day) = (0, 0, 0)
    throw DateFaults.noSuchDay
  }
  return ParsedDate(day: valid)
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

/// Year, month, day of a text with the look of a date.
private func dateNumbers(_ field: Bytes) -> (Int, Int, Int, isShortYear: Bool)? {
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
    return separator == 0x2D && (1...2).contains(lengths.2) ? (numbers.0, numbers.1, numbers.2, false) : nil
  }
  guard (1...2).contains(lengths.0) else { return nil }
  if lengths.2 == 4 { return (numbers.2, numbers.1, numbers.0, false) }
  return lengths.2 == 2 && separator == 0x2F ? (numbers.2, numbers.1, numbers.0, true) : nil
}

enum DateFaults {
  static func notADate(_ field: Bytes) -> InvalidValue {
    InvalidValue(
      code: "not-a-date", rule: "date attendue, trouvé « \(shape(of: field)) »",
      remedy: "écrire la date comme 31/05/2022 ou 2022-05-31, sans heure")
  }
  static let noSuchDay = InvalidValue(
    code: "no-such-day", rule: "ce jour n'existe pas", remedy: "vérifier le jour et le mois (jour/mois/année)")
  static let shortBirthYear = InvalidValue(
    code: "short-birth-year", rule: "année de naissance sur deux chiffres",
    remedy: "écrire l'année sur quatre chiffres (1985)")
}
