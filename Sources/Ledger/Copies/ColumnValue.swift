import GRDB

/// What a column of an edition's rows holds: no other kind of value is kept of one. Told apart here and not by GRDB's own values, which
/// are made anew for each of a series' hundred thousands.
package enum ColumnValue: Hashable, Sendable {
  case text(String?)
  case number(Int?)

  var databaseValue: (any DatabaseValueConvertible)? {
    switch self {
    case .text(let text): text
    case .number(let number): number
    }
  }
}
