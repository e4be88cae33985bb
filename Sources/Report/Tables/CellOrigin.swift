import Domain

/// Where what a cell shows comes from: enough to explain a cell of a delivered workbook, down to two figures and what is
/// between them.
package indirect enum CellOrigin: Hashable, Sendable {
  /// A figure of the report's month, or of an earlier one as this edition computed it.
  case figure(Figures.Key, Month)
  /// The figure of the month as the edition before told it.
  case before(Figures.Key)
  /// What the figure is a ratio of.
  case numerator(Figures.Key, Month)
  case denominator(Figures.Key, Month)
  case declared(DeclaredValue)
  /// The first minus the second.
  case difference(CellOrigin, CellOrigin)
  /// That difference in per cent of the second's magnitude.
  case share(CellOrigin, CellOrigin)
  /// The part of what was agreed whose time has passed.
  case elapsed(DeclaredValue)
}
