/// Trouble in the data: collected, never thrown. It names place, rule and remedy, and never a cell's value.
package struct Finding: Hashable, Sendable {
  /// What it costs. Ordered from worst to mildest.
  package enum Severity: UInt8, Hashable, Sendable, Comparable, CaseIterable {
    /// The whole file is refused.
    case file
    /// The row, or rows, are refused.
    case row
    /// Read, but somebody should look.
    case warning
    /// Read, and said for the record.
    case note
    package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
    /// Made once: a long series has as many findings as lines, and a case's name is looked up slowly.
    private static let ids = allCases.map { String(describing: $0) }
    package var id: String { Severity.ids[Int(rawValue)] }
    package init?(id: String) {
      guard let place = Severity.ids.firstIndex(of: id) else { return nil }
      self = Severity.allCases[place]
    }
    package var french: String {
      switch self {
      case .file: return "fichier refusé"
      case .row: return "ligne refusée"
      case .warning: return "à vérifier"
      case .note: return "note"
      }
    }
  }

  package let severity: Severity
  package let kind: ExportKind?
  package var month: Month?
  /// Id of the association, where one is known.
  package var association: String?
  /// All the rest. One object: ten years have thousands of findings, which each edition of a series looks through; to copy one out of
  /// an array is then to count one reference, and not nine.
  private var content: Content

  /// Written by whoever has the only reference to it.
  private final class Content: Hashable, @unchecked Sendable {
    struct Values: Hashable {
      var code: String
      var file: String
      var line, row: Int?
      var otherLines: [Int] = []
      var column: Int?
      var header: String?
      var rule, remedy: String
    }
    var values: Values
    init(_ values: Values) { self.values = values }
    static func == (a: Content, b: Content) -> Bool { a === b || a.values == b.values }
    func hash(into hasher: inout Hasher) { hasher.combine(values) }
  }

  private var own: Content {
    mutating get {
      if !isKnownUniquelyReferenced(&content) { content = Content(content.values) }
      return content
    }
  }

  /// A ``FindingCode``; in what an older version kept, perhaps one that there no longer is.
  package var code: String { content.values.code }
  /// Relative to the inputs folder.
  package var file: String {
    get { content.values.file }
    _modify { yield &own.values.file }
  }
  /// Physical line, from 1.
  package var line: Int? { content.values.line }
  /// Row as a spreadsheet numbers it; differs from `line` under embedded line breaks.
  package var row: Int? { content.values.row }
  /// Other physical lines of the same cause.
  package var otherLines: [Int] {
    get { content.values.otherLines }
    _modify { yield &own.values.otherLines }
  }
  /// 0 for column A.
  package var column: Int? { content.values.column }
  /// The header as the association wrote it.
  package var header: String? {
    get { content.values.header }
    _modify { yield &own.values.header }
  }
  /// What is expected, and what was met as a shape at most. French.
  package var rule: String {
    get { content.values.rule }
    _modify { yield &own.values.rule }
  }
  /// What to do. French.
  package var remedy: String { content.values.remedy }

  package init(
    _ code: FindingCode, _ severity: Severity, association: String? = nil, kind: ExportKind? = nil, month: Month? = nil,
    file: String, line: Int? = nil, row: Int? = nil, column: Int? = nil, header: String? = nil, rule: String,
    remedy: String
  ) {
    self.init(
      recorded: code.rawValue, severity, association: association, kind: kind, month: month, file: file, line: line,
      row: row, column: column, header: header, rule: rule, remedy: remedy)
  }

  /// As an earlier edition kept it, whatever its code.
  package init(
    recorded code: String, _ severity: Severity, association: String? = nil, kind: ExportKind? = nil,
    month: Month? = nil,
    file: String, line: Int? = nil, row: Int? = nil, column: Int? = nil, header: String? = nil, rule: String,
    remedy: String
  ) {
    self.severity = severity
    self.kind = kind
    self.month = month
    self.association = association
    content = Content(
      Content.Values(
        code: code, file: file, line: line, row: row, column: column, header: header, rule: rule, remedy: remedy))
  }

  /// A, B, … Z, AA, …
  package var columnLetter: String? { column.map(Finding.letters) }

  /// Of a column, from 0.
  package static func letters(of column: Int) -> String {
    var rest = column
    var letters = ""
    while true {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
      if rest < 0 { return letters }
    }
  }
}
