/// What a cell of a column holds (2-exports.md, the values).
package enum ColumnType: Sendable {
  case month
  case day
  /// A year of four digits, or a day.
  case birth
  /// Ten-thousandths within a range.
  case decimal(ClosedRange<Int64>, form: DecimalForm)
  /// Whole, from 0 to so many.
  case integer(upTo: Int)
  case code(Codebook)
  /// One of the programme's axes, or instances; the associations present.
  case axis, instance, members
  case commune
  /// Kept as a pseudonym: one domain for each association, or one for all.
  case identifier(IdentifierScope)

  /// How a decimal may be written besides its digits: `80 %` is 0,8; `151:40` and `151 h 40` are hours and minutes.
  package enum DecimalForm: Hashable, Sendable { case percent, hours }

  package enum IdentifierScope: Hashable, Sendable { case association, programme }
}
