import Domain

/// What a run says beside its results.
package enum RunNotice: Hashable, Sendable {
  /// Something an earlier run left was put right.
  case mended(String)
  /// Something new that a person should know of.
  case made(String)
  /// Other published months that were made from other inputs.
  case others([Month])
}
