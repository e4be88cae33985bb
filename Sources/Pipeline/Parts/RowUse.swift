import Domain

/// What becomes of the accepted `etp` rows once they are read and checked.
package enum RowUse: Sendable {
  /// They are kept: somebody asks for rows.
  case kept
  /// They are added up for the figures of these months alone while they are read; what is left grows with cells, not with rows.
  case added(over: ClosedRange<Month>)
  /// Nobody asks for figures.
  case checked

  /// Nothing is published of them: what was read need not be told again, nor known by its hash.
  var areOnlyRead: Bool { if case .kept = self { false } else { true } }
}
