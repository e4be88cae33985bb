import Domain

/// The header line of an export: where each column of the contract stands, and where the rows begin.
struct Header {
  let delimiter: UInt8
  /// Place of each column of ``ExportSchema/columns``, or -1.
  var positions: [Int]
  /// As the association wrote them, made ``printable(_:)``; without the empty cells at the end.
  let names: [String]
  /// Whether none of them is blank.
  let isNamed: Bool
  /// Cells of the header as written, the empty ones at its end included: a row has as many as there are names at least, and so
  /// many at most.
  let width: Int
  let line: Int
  let row: Int
  /// Of the first byte after it.
  let offset: Int
  let nextLine: Int
  let nextRow: Int
  /// The non-blank lines above it, in normal form.
  let titles: [String]
  /// What else a mapping looks for.
  var mapped: MappedPlaces?
  /// A quote in the file is a character like any other.
  var ignoresQuotes = false
  /// Lines above it that a mapping sets aside, by its rules of ``Mapping/drop``.
  var dropped: [Int: Int] = [:]

  /// Headers that are no column of the contract.
  func unknownNames() -> [String] {
    // Few: a set of them takes longer to make than they to be looked through.
    names.indices.filter { place in
      !names[place].isEmpty && !positions.contains(place) && mapped?.all.contains(place) != true
    }.map { names[$0] }
  }

  /// Whether what `bilan template` writes above the header still stands there.
  var isTemplate: Bool { titles.contains { $0.contains(Header.templateWords) } }
  private static let templateWords = normalForm("Les lignes au-dessus des en-têtes ne sont pas lues")
}

/// Without what could act on a terminal or hide in a page: control and format characters become U+FFFD. At most 120
/// characters.
func printable(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for (count, scalar) in text.unicodeScalars.enumerated() {
    guard count < 120 else { return String(result) + "…" }
    switch scalar.properties.generalCategory {
    case .control: result.append(scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : "\u{FFFD}")
    case .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}
