import Domain

/// Takes the accepted `etp` rows of one association while they are read, so that nobody need keep them: there may be ten million.
package protocol JobsTaker: AnyObject, Sendable {
  /// Whether the rows are to stand in the facts, too.
  var keepsRows: Bool { get }
  /// Whether of registers more is asked than which paths are in them.
  var keepsPaths: Bool { get }
  /// One accepted file: month by month, each after the one before.
  func take(_ rows: JobRows)
  /// After the last one.
  func finish()
}
