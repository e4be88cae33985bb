import Failures

/// No association of that id.
package struct NoSuchAssociation: Failure, Hashable {
  package let id: String
  package let known: [String]

  package var exitCode: ExitCode { .usage }
  package var message: String {
    "L'association « \(id) » n'existe pas ; il y a : \(known.joined(separator: ", "))."
  }
}
