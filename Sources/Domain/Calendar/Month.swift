/// A calendar month, counted from month 0 of year 0, so that months order, subtract and stride like integers.
package struct Month: Hashable, Comparable, Strideable, Sendable, CustomStringConvertible {
  package let index: Int32

  package init(index: Int32) { self.index = index }

  /// `number` is 1 to 12.
  package init(year: Int, number: Int) { index = Int32(year * 12 + number - 1) }

  /// Reads exactly `2022-05`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
      let year = Month.digits(bytes[0..<4]), let number = Month.digits(bytes[5..<7]),
      year > 0, (1...12).contains(number)
    else { return nil }
    self.init(year: year, number: number)
  }

  /// Months that a programme, a command or a file may be about: what is outside is a slip of the pen, and a count of months
  /// between two of these fits in 16 bits.
  package static let accepted = Month(year: 1950, number: 1)...Month(year: 2099, number: 12)

  package var year: Int { Int(index) / 12 }
  package var number: Int { Int(index) % 12 + 1 }
  package var firstDay: Day { Day(year: year, month: number, day: 1) }
  package var lastDay: Day { Day(number: advanced(by: 1).firstDay.number - 1) }

  /// `2022-05`
  package var description: String {
    String(repeating: "0", count: max(0, 4 - String(year).count)) + "\(year)-" + (number < 10 ? "0" : "")
      + "\(number)"
  }

  /// `mai 2022`
  package var french: String { "\(Month.frenchNames[number - 1]) \(year)" }

  /// `de mai 2022`, `d’août 2022`
  package var frenchOf: String { ("ao".contains(french.prefix(1)) ? "d’" : "de ") + french }

  package static let frenchNames = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]

  package static func < (a: Month, b: Month) -> Bool { a.index < b.index }
  package func distance(to other: Month) -> Int { Int(other.index - index) }
  package func advanced(by n: Int) -> Month { Month(index: index + Int32(n)) }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }
}
