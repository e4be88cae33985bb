import Domain
import Testing

struct MonthTests {
  @Test func readsAndPrints() {
    let month = Month("2022-05")
    #expect(month?.year == 2022)
    #expect(month?.number == 5)
    #expect(month?.description == "2022-05")
    #expect(month?.french == "mai 2022")
    #expect(Month("0987-12")?.description == "0987-12")
  }

  @Test(arguments: [
    "2022-13", "2022-00", "2022-5", "22-05", "2022/05", "2022-05-01", " 2022-05", "2022-05 ", "0000-01", "-022-05",
    "2022-+5",
    "２０２２-05", "",
  ])
  func refuses(text: String) { #expect(Month(text) == nil) }

  @Test func countsAcrossYears() {
    let december = Month("2021-12")!
    #expect(december.advanced(by: 1) == Month("2022-01"))
    #expect(december.advanced(by: -12) == Month("2020-12"))
    #expect(Month("2021-07")!.distance(to: Month("2022-05")!) == 10)
    #expect((Month("2021-11")!...Month("2022-02")!).map(\.description) == ["2021-11", "2021-12", "2022-01", "2022-02"])
    #expect(december < Month("2022-01")!)
  }

  @Test func firstAndLastDay() {
    #expect(Month("2024-02")!.firstDay.description == "2024-02-01")
    #expect(Month("2024-02")!.lastDay.description == "2024-02-29")
    #expect(Month("2022-02")!.lastDay.description == "2022-02-28")
    #expect(Month("2022-12")!.lastDay.description == "2022-12-31")
  }

  /// January to the month, but not before the programme's start.
  @Test func periods() {
    let start = Month("2021-07")!
    func period(_ horizon: Horizon, _ month: String) -> String {
      let period = horizon.period(endingWith: Month(month)!, start: start)
      return "\(period.lowerBound)…\(period.upperBound)"
    }
    #expect(period(.mois, "2022-05") == "2022-05…2022-05")
    #expect(period(.annee, "2022-05") == "2022-01…2022-05")
    #expect(period(.annee, "2021-11") == "2021-07…2021-11")
    #expect(period(.programme, "2022-05") == "2021-07…2022-05")
  }

  @Test func membership() {
    var association = Association(id: "a", label: "A", commune: .blank, memberFrom: Month("2021-10")!)
    association.memberUntil = Month("2022-02")!
    func membership(_ from: String, _ to: String) -> String? {
      association.membership(within: Month(from)!...Month(to)!).map { "\($0.lowerBound)…\($0.upperBound)" }
    }
    #expect(membership("2021-07", "2022-05") == "2021-10…2022-02")
    #expect(membership("2022-02", "2022-05") == "2022-02…2022-02")
    #expect(membership("2022-03", "2022-05") == nil)
    #expect(membership("2021-07", "2021-09") == nil)
    #expect(association.isMember(in: Month("2022-02")!))
    #expect(!association.isMember(in: Month("2022-03")!))
  }
}
