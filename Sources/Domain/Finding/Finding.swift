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

  /// A ``FindingCode``; in what an older version kept, perhaps one that there no longer is.
  package var code: String
  package var severity: Severity
  /// Id of the association, where one is known.
  package var association: String?
  package var kind: ExportKind?
  package var month: Month?
  /// Relative to the inputs folder.
  package var file: String
  /// Physical line, from 1.
  package var line: Int?
  /// Row as a spreadsheet numbers it; differs from `line` under embedded line breaks.
  package var row: Int?
  /// Other physical lines of the same cause.
  package var otherLines: [Int] = []
  /// 0 for column A.
  package var column: Int?
  /// The header as the association wrote it.
  package var header: String?
  /// What is expected, and what was met as a shape at most. French.
  package var rule: String
  /// What to do. French.
  package var remedy: String

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
    self.code = code
    self.severity = severity
    self.association = association
    self.kind = kind
    self.month = month
    self.file = file
    self.line = line
    self.row = row
    self.column = column
    self.header = header
    self.rule = rule
    self.remedy = remedy
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
