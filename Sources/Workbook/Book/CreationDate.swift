/// The day a document bears: given by the caller, never read from a clock.
package struct CreationDate: Sendable, Equatable {
  package var year: Int
  package var month: Int
  package var day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day of the Gregorian calendar from 1980 on: the zip format's first year, and far from
  /// the epoch, which libxlsxwriter would take for "now".
  var isValid: Bool {
    guard (1980...9999).contains(year), (1...12).contains(month) else { return false }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }

  /// Seconds from 1970-01-01T00:00Z to midnight UTC of this day.
  ///
  /// Howard Hinnant's `days_from_civil`; mktime would depend on the time zone.
  var secondsSinceEpoch: Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400
  }
}
