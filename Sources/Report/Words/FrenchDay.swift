import Domain

/// `1er juin 2022`, `15 juin 2022`: for sentences.
func frenchDay(_ day: Day) -> String {
  let number = day.civil.day
  return "\(number)\(number == 1 ? "er" : "")\(French.noBreakSpace)\(day.month.french)"
}

/// The day on which a month's files are due: that of the next month, or its last where the month is too short.
func dueDay(of month: Month, under rules: Programme.Rules) -> Day {
  let next = month.advanced(by: 1)
  return min(Day(number: next.firstDay.number + Int32(max(rules.dueDay, 1) - 1)), next.lastDay)
}

/// `de mai 2022`, `d’avril 2022`.
func ofMonth(_ month: Month) -> String {
  month.frenchOf.replacing(" \(month.year)", with: "\(French.noBreakSpace)\(month.year)")
}
