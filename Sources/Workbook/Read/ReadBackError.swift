import Failures

/// A written workbook is not what it should be. It must not be published.
package enum ReadBackError: Failure, Equatable, CustomStringConvertible {
  /// The zip is damaged: libarchive's words.
  case archive(String, String)
  /// A part is not well-formed XML: its name, the line and expat's words.
  case malformed(part: String, line: Int, String)
  case missing(part: String)
  /// Something this program never writes: a part twice, a document type, an unknown kind of cell.
  case unexpected(part: String, String)
  /// The file says something else than the book; figures are counts, never contents.
  case differs(String, what: String)

  package var description: String {
    switch self {
    case .archive(let path, _): "\(path) : illisible, ou archive abîmée"
    case .malformed(let part, let line, _): "\(part), ligne \(line) : XML abîmé"
    case .missing(let part): "\(part) : absent du classeur"
    case .unexpected(let part, let what): "\(part) : \(what)"
    case .differs(let place, let what): "\(place) : le classeur relu diffère (\(what))"
    }
  }

  package var exitCode: ExitCode { .inputOutput }
  package var message: String { "Un classeur relu diffère de ce qui a été écrit : \(description)." }
  package var remedy: String? { "Vérifier le disque et sa place, puis relancer." }
  package var cause: (any Error)? {
    switch self {
    case .archive(_, let words), .malformed(_, _, let words): LibraryWords(words)
    default: nil
    }
  }
  package var text: String { oneLine }
}
