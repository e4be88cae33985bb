import Domain

extension ReleasedRevision {
  /// Whether a published report may say that there is one. That a hidden count changed, or did not, is told by nothing: neither a row,
  /// nor a count of rows, nor how much a revision weighs. A figure that is new, or gone, shows that by itself.
  var isTellable: Bool { new != .hidden || isNew }
}
