import Failures

/// An edition that does not exist.
package struct NoSuchEdition: Failure, Hashable {
  package let edition: String
  /// Those of the month, or of all months.
  package let known: [String]

  package var exitCode: ExitCode { .usage }
  package var message: String {
    let newest = known.suffix(8).joined(separator: ", ")
    return "L'édition \(edition) n'existe pas\(newest.isEmpty ? "" : " ; il y a : \(newest)")."
  }
}
