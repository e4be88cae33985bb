/// How a figure moved since the month, or the year, before, as it may be told.
package enum Trend: Hashable, Sendable {
  /// A year to date in January: it does not go on from December's.
  case newYear
  /// That month is not part of what is shown.
  case unknown
  /// Other associations are lacking in one of the two months than in the other: the difference would be of files.
  case incomparable
  /// By so much, 0 included; *s*, where the movement gives a small count of persons away; *nd*.
  case movement(ReleasedValue)
}
