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
      ($0 as? InvalidValue)?.code == .notANumber
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
      try value(text) { (field) throws(InvalidValue) in try decimalValue(field, form: .percent) } == expected)
  }

  @Test("what is no percentage", arguments: ["%", "50 %%", "% 50", "50 % 1", "50 ‰", "a %", " %"])
  func refusedPercentages(_ text: String) {
    #expect {
      try value(text) { (field) throws(InvalidValue) in try decimalValue(field, form: .percent) }
    } throws: {
      ($0 as? InvalidValue)?.code == .notANumber
    }
  }

  @Test(
    "integers are digits, grouped or not",
    arguments: [
      ("0", 0), ("12", 12), ("19,0", 19), ("19.00", 19), ("1 200,0", 1200), ("007", 7), ("1 234", 1234),
      ("1\u{202F}234\u{A0}567", 1_234_567),
    ]
      as [(String, Int64)])
  func integers(_ text: String, _ expected: Int64) throws {
    #expect(try value(text) { (field) throws(InvalidValue) in try integerValue(field) } == expected)
  }

  @Test(
    "what is no integer",
    arguments: [
      "", "-1", "\u{2212}1", "+1", "1,000", "1,", "1,5", "1,01", "1 23", "12 34", "1e3", "a", "1 234 ", "١", "12 %",
      "1234 567",
    ])
  func refusedIntegers(_ text: String) {
    #expect { try value(text) { (field) throws(InvalidValue) in try integerValue(field) } } throws: {
      ($0 as? InvalidValue)?.code == .notAnInteger
    }
  }

  /// The minutes' part of an hour by hand: 40 ÷ 60 = 0,66667; 1 s = 0,00028 (2,78 ten-thousandths).
  @Test(
    "hours and minutes, rounded once",
    arguments: [
      ("151:40", 1_516_667), ("151:40:00", 1_516_667), ("151h40", 1_516_667), ("151 h 40", 1_516_667),
      ("151H40", 1_516_667), ("151\u{202F}h\u{A0}40", 1_516_667), ("0 h 00", 0), ("0:30", 5_000),
      ("1 607:15", 16_072_500), ("0:00:01", 3), ("0:00:09", 25), ("0:59:59", 9_997), ("7:20", 73_333),
      ("121h", 1_210_000),
      ("121 h", 1_210_000), ("151,67 heures", 1_516_700), ("151.67H", 1_516_700), ("1 heure", 10_000),
      ("-7:30", -75_000), ("151,67", 1_516_700),
    ] as [(String, Int64)])
  func hours(_ text: String, _ expected: Int64) throws {
    #expect(try value(text) { (field) throws(InvalidValue) in try decimalValue(field, form: .hours) } == expected)
    guard text != "151,67" else { return }
    #expect(throws: InvalidValue.self) {
      try value(text) { (field) throws(InvalidValue) in try decimalValue(field, form: .percent) }
    }
  }

  @Test(
    "what is neither",
    arguments: [
      "151:60", "151:4", "151h4", "151h60", "151h40m", "151:40:60", "151:40:0", "151h40:00", ":40", "h40", "151 : 40",
      "151,5:40", "heures", "h", "12 34:00", "151:40 h", "50 %",
    ])
  func noHours(_ text: String) {
    #expect {
      try value(text) { (field) throws(InvalidValue) in try decimalValue(field, form: .hours) }
    } throws: {
      ($0 as? InvalidValue)?.code == .notANumber
    }
  }
}
