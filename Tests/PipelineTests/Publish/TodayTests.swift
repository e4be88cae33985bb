import Domain
@testable import Pipeline
import Testing

/// Expected dates from `TZ=Europe/Paris date -d @…`.
@Suite struct TodayTests {
  @Test(arguments: [
    (1_654_034_399, "2022-05-31"),  // 2022-05-31 21:59:59 UTC, 23:59:59 in Paris
    (1_654_034_400, "2022-06-01"),  // a second later it is June
    (1_640_991_599, "2021-12-31"),  // winter: 22:59:59 UTC
    (1_640_991_600, "2022-01-01"),
    (1_648_335_600, "2022-03-27"),  // 2022-03-26 23:00 UTC, the night of the change to summer time
    (1_667_080_799, "2022-10-29"),  // 2022-10-29 21:59:59 UTC, still summer time
    (1_667_170_799, "2022-10-30"),  // 2022-10-30 22:59:59 UTC, winter time again
  ])
  func isTheDayInFrance(_ seconds: Int, _ day: String) { #expect(todayInParis(seconds).description == day) }

  /// To the second at both changes. Expected from `TZ=Europe/Paris date -d @… '+%d/%m/%Y à %H:%M'`.
  @Test(arguments: [
    (1_648_342_799, "27/03/2022 à 01:59"), (1_648_342_800, "27/03/2022 à 03:00"),
    (1_667_091_599, "30/10/2022 à 02:59"), (1_667_091_600, "30/10/2022 à 02:00"),
    (1_654_034_400, "01/06/2022 à 00:00"), (1_640_995_260, "01/01/2022 à 01:01"),
  ])
  func isTheTimeInFrance(_ seconds: Int, _ time: String) { #expect(timeInParis(seconds) == time) }

  @Test func filesAreDueInTheNextMonth() {
    #expect(dueDay(of: Month(year: 2022, number: 12), Programme.Rules()).description == "2023-01-15")
  }

  @Test func writesTimesForTheLedger() {
    // `date -u -d @1655274605`
    #expect(timestamp(1_655_274_605) == "2022-06-15T06:30:05Z")
    #expect(seconds(ofTimestamp: "2022-06-15T06:30:05Z") == 1_655_274_605)
    #expect(seconds(ofTimestamp: "hier") == nil)
  }
}
