import Failures

/// Nothing of that id in the programme, or in an edition.
package struct NoSuchName: Failure, Hashable {
  /// `L'association`, `Le financeur`
  let what: String
  package let id: String
  package let known: [String]

  package static func association(_ id: String, known: [String]) -> NoSuchName {
    NoSuchName(what: "L'association", id: id, known: known)
  }

  package static func funder(_ id: String, known: [String]) -> NoSuchName {
    NoSuchName(what: "Le financeur", id: id, known: known)
  }

  package var exitCode: ExitCode { .usage }
  package var message: String {
    "\(what) « \(id) » n'existe pas ; il y a : \(known.joined(separator: ", "))."
  }
}
