import CSV
import Domain

/// A month, and how it came.
struct ParsedMonth: Equatable {
  let month: Month
  /// As a spreadsheet's serial number.
  var isSerial = false
  /// As a date with a time of day behind it.
  var hasTime = false
}

/// `2022-05` `05/2022` `5/2022` `mai 2022` `mai-22` `févr. 2022`, or any date of the month. The field is trimmed.
func monthValue(_ field: Bytes) throws(InvalidValue) -> ParsedMonth {
  let text = String(decoding: field, as: UTF8.self)
  if let month = Month(text) ?? numericMonth(text) ?? namedMonth(field) { return ParsedMonth(month: month) }
  do {
    let date = try dateValue(field)
    return ParsedMonth(month: date.day.month, isSerial: date.isSerial, hasTime: date.hasTime)
  } catch {
    guard error.code == .notADate else { throw error }
    throw InvalidValue(
      code: .notAMonth, rule: "mois attendu, trouvé \(shape(of: field))",
      remedy: "écrire le mois en chiffres (MM/AAAA), ou son nom et l'année")
  }
}

/// `05/2022`, `5/2022`
private func numericMonth(_ text: String) -> Month? {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 4,
    parts.joined().utf8.allSatisfy({ (48...57).contains($0) }),
    let number = Int(parts[0]), let year = Int(parts[1]), (1...12).contains(number), year > 0
  else { return nil }
  return Month(year: year, number: number)
}

private let monthNames: [String: Int] = Dictionary(
  uniqueKeysWithValues: zip(Month.frenchNames.map(normalForm), 1...12))
/// These alone may end with a dot.
private let monthAbbreviations = [
  "janv": 1, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
]

/// A French name or abbreviation, one space or hyphen, two or four digits.
private func namedMonth(_ field: Bytes) -> Month? {
  let digits = field.reversed().prefix { digitValue($0) != nil }.count
  guard digits == 2 || digits == 4 else { return nil }
  let head = Bytes(rebasing: field.dropLast(digits))
  let separator = head.last == UInt8(ascii: "-") ? 1 : head.count - trimmed(head).count
  guard [1, 2, 3].contains(separator), head.last == UInt8(ascii: "-") || isOneSpace(head.suffix(separator)) else {
    return nil
  }
  var name = String(decoding: head.dropLast(separator), as: UTF8.self)
  let isDotted = name.last == "."
  if isDotted { name.removeLast() }
  guard
    name.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark })
  else { return nil }
  let word = normalForm(name)
  guard let number = monthAbbreviations[word] ?? (isDotted ? nil : monthNames[word]) else { return nil }
  var year = field.suffix(digits).reduce(0) { $0 * 10 + Int($1 - 48) }
  if digits == 2 { year += year < 80 ? 2000 : 1900 }
  return year > 0 ? Month(year: year, number: number) : nil
}

private func isOneSpace(_ bytes: Slice<Bytes>) -> Bool {
  [[0x20], [0xC2, 0xA0], [0xE2, 0x80, 0xAF]].contains(Array(bytes))
}

/// Whether a header is a month's: `janvier`, `janv.`, `mai 2022`, `05/2022`.
func isMonthHeader(_ text: String) -> Bool {
  let word = normalForm(text)
  if monthNames[word] != nil || monthAbbreviations[word] != nil { return true }
  return Array(text.utf8).withUnsafeBufferPointer { (try? monthValue($0)) != nil }
}
