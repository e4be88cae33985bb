import Failures

/// No funder of that id, or none with a report in the edition.
package struct NoSuchFunder: Failure, Hashable {
  package let id: String
  package let known: [String]

  package var exitCode: ExitCode { .usage }
  package var message: String {
    "Le financeur « \(id) » n'a pas de rapport ici ; il y a : \(known.joined(separator: ", "))."
  }
}
