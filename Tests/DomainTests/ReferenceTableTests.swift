import Domain
import Testing

struct ReferenceTableTests {
  private func hours(_ scheme: Scheme?, _ from: Day, _ annual: Int64) -> Reference.FullTimeHours {
    Reference.FullTimeHours(scheme: scheme, validFrom: from, annual: Quantity(annual), counted: .paid, source: "")
  }

  /// In force on the month's last day, of the scheme itself.
  @Test func hoursInForce() {
    let reference = Reference(
      vintages: [],
      fullTimeHours: [
        hours(.aci, Day(year: 2022, month: 3, day: 31), 3), hours(.aci, Day(year: 2014, month: 1, day: 1), 1),
        hours(.aci, Day(year: 2022, month: 2, day: 1), 2), hours(nil, Day(year: 2014, month: 1, day: 1), 9),
      ])
    func annual(_ scheme: Scheme?, _ month: String) -> Quantity? {
      reference.hours(of: scheme, in: Month(month)!)?.annual
    }
    #expect(annual(.aci, "2022-01") == Quantity(1))
    #expect(annual(.aci, "2022-02") == Quantity(2))
    #expect(annual(.aci, "2022-03") == Quantity(3))
    #expect(annual(.aci, "2013-12") == nil)
    #expect(annual(.ei, "2022-03") == nil)
    #expect(annual(nil, "2022-03") == Quantity(9))
  }

  @Test func ageAtEntry() {
    var rows = PathRows(association: 0, month: Month("2022-05")!, file: "")
    func age(_ birth: Int32, _ entry: Day) -> Int? {
      rows.birth = [birth]
      rows.entry = [entry.number]
      return rows.ageAtEntry(0)
    }
    let born = Day(year: 1996, month: 2, day: 29).number
    #expect(age(born, Day(year: 2022, month: 2, day: 28)) == 25)
    #expect(age(born, Day(year: 2022, month: 3, day: 1)) == 26)
    #expect(age(born, Day(year: 2024, month: 2, day: 29)) == 28)
    #expect(age(PathRows.yearOnly - 1996, Day(year: 2022, month: 1, day: 1)) == 26)
    #expect(age(Int32.min, Day(year: 2022, month: 1, day: 1)) == nil)
    #expect(age(Day(year: 1, month: 1, day: 1).number, Day(year: 2022, month: 1, day: 1)) == 2021)
  }
}
