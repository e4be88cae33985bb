import Domain
import Host

/// The date in France, whatever the machine's time zone: legal time is UTC+1, and UTC+2 from the last Sunday of March to the
/// last of October, at 1 h UTC (directive 2000/84/EC).
///
/// Not Foundation's `TimeZone(identifier: "Europe/Paris")`, though it needs neither TZ nor tzdata and takes 0.5 ms (10 ms the
/// first time after a boot): its zones are in ICU, which the linker drops from a program with the Swift library inside
/// unless something else asks for ICU, and then the zone is nil. The rule would have to stand here all the same.
package func todayInParis(_ now: Int = Clock.now) -> Day { Day(number: Int32(secondsInParis(now) / 86_400)) }

/// `24/11/2026 à 02:41`
func timeInParis(_ now: Int) -> String {
  func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
  let minutes = secondsInParis(now) / 60
  return "\(todayInParis(now).french) à \(two(minutes / 60 % 24)):\(two(minutes % 60))"
}

/// `2022-06-15T06:30:00Z`: what the ledger writes.
func timestamp(_ now: Int) -> String {
  func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
  let (day, seconds) = (Day(number: Int32(now / 86_400)), now % 86_400)
  return "\(day)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
}

/// Seconds since 1970 of what ``timestamp(_:)`` writes; nil for anything else.
func seconds(ofTimestamp text: String) -> Int? {
  let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
  guard numbers.count == 6, let day = Day(checking: numbers[0], month: numbers[1], day: numbers[2]) else { return nil }
  return Int(day.number) * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
}

private func secondsInParis(_ now: Int) -> Int {
  let year = Day(number: Int32(now / 86_400)).civil.year
  let summer = lastSunday(year, 3) * 86_400 + 3600
  let winter = lastSunday(year, 10) * 86_400 + 3600
  return now + ((summer..<winter).contains(now) ? 7200 : 3600)
}

private func lastSunday(_ year: Int, _ month: Int) -> Int {
  let last = Int(Month(year: year, number: month).lastDay.number)
  // 1970-01-01 was a Thursday: day 3 was a Sunday.
  return last - (last - 3) % 7
}

/// The last whole month: what a run without a month is for.
package func lastWholeMonth() -> Month { todayInParis().month.advanced(by: -1) }

/// When a month's files are due.
package func dueDay(of month: Month, _ rules: Programme.Rules) -> Day {
  let next = month.advanced(by: 1)
  return Day(year: next.year, month: next.number, day: rules.dueDay)
}
