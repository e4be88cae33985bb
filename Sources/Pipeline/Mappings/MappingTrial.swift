import Domain
import Ingest

/// What `bilan map` found out about a file.
package enum MappingTrial: Sendable {
  /// No mapping speaks of such files yet; and a draft of one.
  case draft(FileSketch, yaml: String, written: String?)
  /// No line of it is surely one of headers.
  case noHeader([Finding])
  case tried(Reading)

  /// A file as its mapping reads it.
  package struct Reading: Sendable {
    package var months: [Month] = []
    package var kept = 0
    package var refused = 0
    package var setAside: [SetAside] = []
    package var findings: [Finding] = []
    /// Months that are refused whole.
    package var refusedMonths: [Month] = []
  }
}
