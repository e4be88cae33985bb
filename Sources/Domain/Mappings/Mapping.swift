/// How an association's software says what the contract asks for, of one kind of export (10-mappings.md): data, no language.
package struct Mapping: Hashable, Sendable {
  /// What says which month a row is of.
  package enum Months: String, Hashable, Sendable, CaseIterable {
    /// The file's name.
    case file
    /// A column.
    case rows
    /// The header of a cell: each month is a column.
    case columns
  }

  package enum Quotes: String, Hashable, Sendable, CaseIterable {
    case standard
    /// A quote is a character like any other.
    case none
  }

  /// Sets aside the lines whose first cell that is not empty begins so.
  package struct Drop: Hashable, Sendable {
    /// In normal form.
    package let beginning: String
    package let line: DefinitionLine
    package init(_ beginning: String, line: Int) {
      self.beginning = normalForm(beginning)
      self.line = DefinitionLine(line)
    }
  }

  /// Sets aside the rows that do not meet it.
  package struct Keep: Hashable, Sendable {
    package enum Test: Hashable, Sendable {
      /// Not blank, and no word for unknown.
      case known
      /// One of these, as ``sourceForm(_:)``.
      case oneOf(Set<String>)
    }
    /// As it is written in the mapping.
    package let header: String
    package let test: Test
    package let line: DefinitionLine
    package init(_ header: String, _ test: Test, line: Int) {
      self.header = header
      self.test = test
      self.line = DefinitionLine(line)
    }
  }

  /// Relative to the inputs folder: `mappings/die.yaml`.
  package var definition: String
  package var file: MappedFileName
  package var months = Months.file
  package var monthsLine = DefinitionLine(1)
  /// The column that the cells under months are of.
  package var value: String?
  package var drop: [Drop] = []
  package var keep: [Keep] = []
  package var quotes = Quotes.standard
  /// By column of the contract.
  package var columns: [String: ColumnSource] = [:]

  package init(definition: String, file: MappedFileName) {
    self.definition = definition
    self.file = file
  }

  /// Whether one file, always replaced, holds many months.
  package var isSeries: Bool { !file.hasMonth }

  /// `mappings/die.yaml:6`
  package func place(of line: DefinitionLine) -> String { "\(definition):\(line.number)" }

  /// The column that says which month a row is of, where a column does.
  package static func monthColumn(of kind: ExportKind) -> String? {
    switch kind {
    case .etp: JobColumn.mois.declaration.id
    case .reunions: MeetingColumn.date.declaration.id
    case .beneficiaires: nil
    }
  }
}

/// The one form in which values of a source are compared: the normal form; of a text without letter and digit, itself.
package func sourceForm(_ text: String) -> String {
  let form = normalForm(text)
  guard form.isEmpty else { return form }
  return String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
}
