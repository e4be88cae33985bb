import Domain
import Testing

struct DayTests {
  /// Days since 1970-01-01 as Python's datetime.date.toordinal gives them.
  static let known: [(Int, Int, Int, Int32)] = [
    (1, 1, 1, -719162), (1600, 2, 29, -135081), (1899, 12, 31, -25568), (1900, 2, 28, -25509), (1900, 3, 1, -25508),
    (1969, 12, 31, -1), (1970, 1, 1, 0), (2000, 2, 29, 11016), (2000, 3, 1, 11017), (2021, 12, 31, 18992),
    (2022, 5, 31, 19143), (2024, 2, 29, 19782), (2038, 1, 19, 24855), (2100, 2, 28, 47540), (2100, 3, 1, 47541),
    (9999, 12, 31, 2_932_896),
  ]

  @Test func knownDays() {
    for (year, month, day, number) in DayTests.known {
      #expect(Day(checking: year, month: month, day: day)?.number == number)
      let civil = Day(number: number).civil
      #expect((civil.year, civil.month, civil.day) == (year, month, day))
    }
  }

  /// Four centuries day by day: each day is the one before plus one, as a calendar counts it.
  @Test func everyDayOfACycle() {
    var (year, month, day) = (1800, 1, 1)
    for number in Day(year: 1800, month: 1, day: 1).number..<Day(year: 2200, month: 1, day: 1).number {
      let civil = Day(number: number).civil
      guard civil == (year, month, day), Day(year: year, month: month, day: day).number == number else {
        Issue.record("\(number) is \(civil), not \((year, month, day))")
        return
      }
      day += 1
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      if day > [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] {
        (month, day) = (month + 1, 1)
      }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test(arguments: [
    (2022, 2, 29), (1900, 2, 29), (2022, 4, 31), (2022, 0, 1), (2022, 13, 1), (2022, 1, 0), (2022, 1, 32), (0, 1, 1),
    (10000, 1, 1),
  ])
  func daysThatDoNotExist(year: Int, month: Int, day: Int) {
    #expect(Day(checking: year, month: month, day: day) == nil)
  }

  @Test func texts() {
    #expect(Day(year: 2022, month: 5, day: 3).description == "2022-05-03")
    #expect(Day(year: 2022, month: 12, day: 31).french == "31/12/2022")
    #expect(Day(year: 2022, month: 5, day: 3).french == "03/05/2022")
    #expect(Day(year: 2022, month: 5, day: 31).month == Month("2022-05"))
  }
}
