import Domain
import Testing

@testable import Ingest

struct DecimalValueTests {
  @Test(
    "decimals, in ten-thousandths",
    arguments: [
      ("0", 0), ("1", 10_000), ("0,5", 5_000), ("0.5", 5_000), ("-0,5", -5_000), ("\u{2212}0,5", -5_000),
      ("00,50", 5_000),
      ("1 234,50", 12_345_000), ("1\u{A0}234,5", 12_345_000), ("1\u{202F}234.5", 12_345_000),
      ("1\u{2009}234,5", 12_345_000),
      ("12 345 678", 123_456_780_000), ("123 456,5", 1_234_565_000), ("999 999", 9_999_990_000),
      ("1 234\u{A0}567", 12_345_670_000), ("1234,5", 12_345_000),
      ("999999999999", 9_999_999_999_990_000),
      // Half away from zero, once, on the fifth digit.
      ("0,00004", 0), ("0,00005", 1), ("0,000049999", 0), ("-0,00005", -1), ("-0,00004", 0), ("0,33335", 3_334),
      ("0,99995", 10_000), ("1,00004999", 10_000),
    ] as [(String, Int64)])
  func accepted(_ text: String, _ expected: Int64) throws {
    #expect(try value(text) { (field) throws(InvalidValue) in try decimalValue(field) } == expected)
  }

  @Test(
    "what is no decimal",
    arguments: [
      "", ",5", "5,", "-", "-,5", "+1", "1.234,5", "1,234.5", "1,2,3", "1 23", "1  234", "1234 567", "12 34,5", " 1",
      "1 ,5",
      "1, 5", "- 1", "--1", "1-", "5 €", "5€", "$5", "1e3", "1E3", "0x10", "abc", "1h30", "½", "٣", "1'234", "50 %",
      "1/2", "\u{2211}5", "\u{2213}5", "1234 5",
      "1234567890123", "1\u{2003}234", "1\u{A0}23", "NaN", "∞", "1 234 ",
    ])
  func refused(_ text: String) {
    #expect { try value(text) { (field) throws(InvalidValue) in try decimalValue(field) } } throws: {
      ($0 as? InvalidValue)?.code == "not-a-number"
    }
  }

  @Test(
    "percentages are divided, then rounded",
    arguments: [
      ("50 %", 5_000), ("50%", 5_000), ("50\u{A0}%", 5_000), ("50\u{202F}%", 5_000), ("50\u{2009}%", 5_000),
      ("100 %", 10_000),
      ("33,333 %", 3_333), ("33,335 %", 3_334), ("0,005 %", 1), ("-5 %", -500), ("1 000 %", 100_000), ("0,8", 8_000),
    ] as [(String, Int64)])
  func percentages(_ text: String, _ expected: Int64) throws {
    #expect(
      try value(text) { (field) throws(InvalidValue) in try decimalValue(field, allowsPercent: true) } == expected)
  }

  @Test("what is no percentage", arguments: ["%", "50 %%", "% 50", "50 % 1", "50 ‰", "a %", " %"])
  func refusedPercentages(_ text: String) {
    #expect {
      try value(text) { (field) throws(InvalidValue) in try decimalValue(field, allowsPercent: true) }
    } throws: {
      ($0 as? InvalidValue)?.code == "not-a-number"
    }
  }

  @Test(
    "integers are digits, grouped or not",
    arguments: [("0", 0), ("12", 12), ("007", 7), ("1 234", 1234), ("1\u{202F}234\u{A0}567", 1_234_567)]
      as [(String, Int64)])
  func integers(_ text: String, _ expected: Int64) throws {
    #expect(try value(text) { (field) throws(InvalidValue) in try integerValue(field) } == expected)
  }

  @Test(
    "what is no integer",
    arguments: [
      "", "-1", "\u{2212}1", "+1", "1,0", "1.0", "1 23", "12 34", "1e3", "a", "1 234 ", "١", "12 %", "1234 567",
    ])
  func refusedIntegers(_ text: String) {
    #expect { try value(text) { (field) throws(InvalidValue) in try integerValue(field) } } throws: {
      ($0 as? InvalidValue)?.code == "not-an-integer"
    }
  }
}
