import Domain
import Foundation
import Testing

@testable import Ingest

struct DateValueTests {
  @Test(
    "dates, as people and spreadsheets write them",
    arguments: [
      ("2022-05-31", "2022-05-31"), ("31/05/2022", "2022-05-31"), ("31-05-2022", "2022-05-31"),
      ("31.05.2022", "2022-05-31"),
      ("1/5/2022", "2022-05-01"), ("1-5-2022", "2022-05-01"), ("1.5.2022", "2022-05-01"), ("2022-5-1", "2022-05-01"),
      ("01/5/2022", "2022-05-01"), ("31/05/22", "2022-05-31"), ("1/5/22", "2022-05-01"), ("01/01/00", "2000-01-01"),
      ("31/12/79", "2079-12-31"), ("01/01/80", "1980-01-01"), ("31/12/99", "1999-12-31"), ("29/02/2020", "2020-02-29"),
      ("29/02/2000", "2000-02-29"), ("31/12/9999", "9999-12-31"), ("01/01/0001", "0001-01-01"),
    ])
  func accepted(_ text: String, _ expected: String) throws {
    let reading = try value(text) { (field) throws(InvalidValue) in try dateValue(field) }
    #expect(reading.day.description == expected)
    #expect(!reading.isSerial)
  }

  @Test(
    "serials of a spreadsheet",
    arguments: [("10000", "1927-05-18"), ("25569", "1970-01-01"), ("44712", "2022-05-31"), ("60000", "2064-04-08")])
  func serials(_ text: String, _ expected: String) throws {
    let reading = try value(text) { (field) throws(InvalidValue) in try dateValue(field) }
    #expect(reading.day.description == expected)
    #expect(reading.isSerial)
  }

  @Test(
    "a time of day behind a date is dropped, and said",
    arguments: [
      "31/05/2022 00:00", "31/05/2022 23:59:59", "2022-05-31T00:00:00.000Z", "2022-05-31T08:15:30,5+02:00",
      "2022-05-31T08:15-0500", "2022-05-31 08:15:00+02", "31/05/22 07:00", "44712 07:00", "31.5.2022 10:00Z",
    ])
  func times(_ text: String) throws {
    let reading = try value(text) { (field) throws(InvalidValue) in try dateValue(field) }
    #expect(reading.day == Day(year: 2022, month: 5, day: 31))
    #expect(reading.hasTime)
  }

  @Test("what a date tells of the order of day and month") func order() throws {
    func isDayFirst(_ text: String) throws -> Bool {
      try value(text) { (field) throws(InvalidValue) in try dateValue(field).isSurelyDayFirst }
    }
    #expect(try isDayFirst("13/05/2022") && isDayFirst("31-05-2022 10:00"))
    #expect(try !isDayFirst("12/05/2022") && !isDayFirst("2022-05-31") && !isDayFirst("44712"))
    for text in ["05/13/2022", "1.31.2022", "05/25/22", "05-31-2022 10:00"] {
      #expect(throws: DateFaults.monthAboveTwelve) {
        try value(text) { (field) throws(InvalidValue) in try dateValue(field) }
      }
    }
    for text in ["13/13/2022", "2022-13-01", "31/02/2022"] {
      #expect(throws: DateFaults.noSuchDay) { try value(text) { (field) throws(InvalidValue) in try dateValue(field) } }
    }
  }

  @Test("dates of exports go from 1950 to 2099") func bounds() {
    #expect(Day(year: 1950, month: 1, day: 1).isAccepted && Day(year: 2099, month: 12, day: 31).isAccepted)
    #expect(!Day(year: 1949, month: 12, day: 31).isAccepted && !Day(year: 2100, month: 1, day: 1).isAccepted)
  }

  @Test(
    "what is no date",
    arguments: [
      "", "9999", "09999", "60001", "99999", "446820", "44712,5", "2022/05/31", "2022.05.31", "31/05-2022",
      "31-05/2022", "31-05-22",
      "31.05.22", "22-05-31", "31/05/202", "31/05/20222", "031/05/2022", "31/005/2022", "31//2022", "/05/2022",
      "31/05/", "31 05 2022",
      "31 mai 2022", "20220531", "2022-05", "05/2022", "31/05/2022 24:00", "31/05/2022 9:00", "2022-05-31Z",
      "2022-05-31T10",
      "2022-05-31 10:60", "2022-05-31  10:00", "2022-05-31T10:00:00.", "2022-05-31T10:00+1", "10:00",
      "31/05/2022/1", "aa/bb/cccc",
      "2022-05-031", "3٣/05/2022",
    ])
  func refused(_ text: String) {
    #expect { try value(text) { (field) throws(InvalidValue) in try dateValue(field) } } throws: {
      ($0 as? InvalidValue)?.code == .notADate
    }
  }

  @Test(
    "days that do not exist",
    arguments: [
      "31/04/2022", "29/02/2022", "29/02/1900", "00/05/2022", "32/05/2022", "01/13/2022", "01/00/2022", "2022-02-30",
      "01/01/0000", "31/04/22",
    ])
  func noSuchDay(_ text: String) {
    #expect { try value(text) { (field) throws(InvalidValue) in try dateValue(field) } } throws: {
      ($0 as? InvalidValue)?.code == .noSuchDay
    }
  }

  @Test("every day from 1900 to 2100 is read as itself, in four shapes") func everyDay() throws {
    for number in Day(year: 1900, month: 1, day: 1).number...Day(year: 2100, month: 12, day: 31).number {
      let day = Day(number: number)
      let (year, month, date) = day.civil
      for text in [day.description, day.french, "\(date)-\(month)-\(year)", "\(date).\(month).\(year)"] {
        let read = try value(text) { (field) throws(InvalidValue) in try dateValue(field) }
        if read.day != day { Issue.record("\(text) is read as \(read.day)") }
      }
    }
  }

  @Test(
    "months, in every shape",
    arguments: [
      "2022-05", "05/2022", "5/2022", "mai 2022", "mai-22", "mai-2022", "mai 22", "MAI 2022", "Mai\u{A0}2022",
      "mai\u{202F}22", "2022-05-17",
      "17/05/2022", "1/5/22", "17.05.2022", "44700",
    ])
  func months(_ text: String) throws {
    let reading = try value(text) { (field) throws(InvalidValue) in try monthValue(field) }
    #expect(reading.month == Sample.month)
    #expect(reading.isSerial == (text == "44700"))
  }

  @Test("every month's name and abbreviation, with and without accents and dot")
  func monthNames() throws {
    let abbreviations = [1: "janv", 2: "févr", 4: "avr", 7: "juil", 9: "sept", 10: "oct", 11: "nov", 12: "déc"]
    for (index, name) in Month.frenchNames.enumerated() {
      var words = [name, name.uppercased(), name.folded]
      if let short = abbreviations[index + 1] { words += [short, short + ".", short.folded, short.uppercased() + "."] }
      for text in words.flatMap({ ["\($0) 2021", "\($0)-2021", "\($0) 21", "\($0)-21"] }) {
        let read = try value(text) { (field) throws(InvalidValue) in try monthValue(field) }
        #expect(read.month == Month(year: 2021, number: index + 1), "\(text)")
      }
    }
    #expect(
      try value("déc. 99") { (field) throws(InvalidValue) in try monthValue(field) }.month
        == Month(year: 1999, number: 12))
  }

  @Test(
    "what is no month",
    arguments: [
      "", "mai", "2022", "mai2022", "mai  2022", "mai - 2022", "mai/2022", "mai_2022", "mai. 2022", "mars. 2022",
      "mai.2022", "mai 222",
      "mai 20222", "mai 0000", "13/2022", "0/2022", "005/2022", "05/22", "05-2022", "5-2022", "2022-5", "2022-13",
      "2022/05", "may 2022", "aou 2022",
      "jan 2022", "fév 2022", "m.ai 2022", "le mai 2022", "mai 2022.", "05/2022/", "mai !22", "2022 mai",
    ])
  func refusedMonths(_ text: String) {
    #expect { try value(text) { (field) throws(InvalidValue) in try monthValue(field) } } throws: {
      ($0 as? InvalidValue)?.code == .notAMonth
    }
  }
}

extension String {
  /// Without accents.
  fileprivate var folded: String {
    String(
      String.UnicodeScalarView(
        decomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark })
    )
  }
}
