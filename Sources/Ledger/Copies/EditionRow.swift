import GRDB

/// A record that is written column by column, by name: into its table, and into an ``EditionCopy``.
package protocol EditionRow {
  /// Values by column, in the order of the copy's text.
  static var columns: KeyValuePairs<String, (Self) -> ColumnValue> { get }
}

extension EditionRow {
  /// What a copy says of them.
  package static func text(_ records: [Self]) -> [UInt8] {
    let values = columns.map(\.value)
    return CopyText.bytes(records, width: values.count) { record, column in values[column](record) }
  }

  /// The same columns for whoever writes them into a table.
  static var written: [(String, (Self) -> (any DatabaseValueConvertible)?)] {
    columns.map { name, value in (name, { value($0).databaseValue }) }
  }

  /// Their names for a query, in the same order: a record is read by place, and nothing is looked up by name.
  static var names: String { columns.map { $0.key.quotedDatabaseIdentifier }.joined(separator: ", ") }
}

extension EditionRecord: EditionRow {
  /// But for its manifest, which names the hash of these, and for the moment, which is the machine's.
  package static var columns: KeyValuePairs<String, (EditionRecord) -> ColumnValue> {
    [
      "month": { .text($0.month) }, "number": { .number($0.number) }, "predecessor": { .text($0.predecessor) },
      "reason": { .text($0.reason) },
      "materiality": { .text($0.materiality) }, "causes": { .text($0.causes) }, "changes": { .number($0.changes) },
      "programme": { .text($0.programme) }, "program": { .text($0.bilanVersion) },
      "fingerprint": { .text($0.fingerprint) },
      "figures": { .text($0.figures) }, "acceptedLoss": { .number($0.acceptedLoss ? 1 : 0) },
      "effects": { .text($0.effects) },
    ]
  }
}

extension InputRecord: EditionRow {
  /// But for its place in the archive, which the key decides.
  package static var columns: KeyValuePairs<String, (InputRecord) -> ColumnValue> {
    [
      "association": { .text($0.association) }, "kind": { .text($0.kind) }, "month": { .text($0.month) },
      "file": { .text($0.file) },
      "sha256": { .text($0.sha256) }, "outcome": { .text($0.outcome) }, "isOwed": { .number($0.isOwed ? 1 : 0) },
      "rowsKept": { .number($0.rowsKept) },
      "rowsRefused": { .number($0.rowsRefused) }, "waived": { .text($0.waived) },
    ]
  }
}

extension DefinitionRecord: EditionRow {
  package static var columns: KeyValuePairs<String, (DefinitionRecord) -> ColumnValue> {
    ["file": { .text($0.file) }, "sha256": { .text($0.sha256) }]
  }
}

extension FindingRecord: EditionRow {
  package static var columns: KeyValuePairs<String, (FindingRecord) -> ColumnValue> {
    [
      "code": { .text($0.code) }, "severity": { .text($0.severity) }, "association": { .text($0.association) },
      "kind": { .text($0.kind) },
      "month": { .text($0.month) }, "file": { .text($0.file) }, "line": { .number($0.line) },
      "row": { .number($0.row) },
      "otherLines": { .text($0.otherLines) }, "column": { .number($0.column) }, "header": { .text($0.header) },
      "rule": { .text($0.rule) },
      "remedy": { .text($0.remedy) },
    ]
  }
}

extension FigureRecord: EditionRow {
  package static var columns: KeyValuePairs<String, (FigureRecord) -> ColumnValue> {
    [
      "indicator": { .text($0.indicator) }, "horizon": { .text($0.horizon) }, "cell": { .text($0.cell) },
      "value": { .text($0.value) },
      "numerator": { .text($0.numerator) }, "denominator": { .text($0.denominator) }, "status": { .text($0.status) },
      "reason": { .text($0.reason) }, "confidentiality": { .text($0.confidentiality) },
    ]
  }
}

extension DisclosureRecord: EditionRow {
  package static var columns: KeyValuePairs<String, (DisclosureRecord) -> ColumnValue> {
    [
      "month": { .text($0.month) }, "indicator": { .text($0.indicator) }, "horizon": { .text($0.horizon) },
      "cell": { .text($0.cell) },
      "value": { .text($0.value) }, "numerator": { .text($0.numerator) }, "denominator": { .text($0.denominator) },
      "confidentiality": { .text($0.confidentiality) }, "protects": { .text($0.protects) },
    ]
  }
}

extension ArchivedExportRecord: EditionRow {
  package static var columns: KeyValuePairs<String, (ArchivedExportRecord) -> ColumnValue> {
    [
      "sha256": { .text($0.sha256) }, "association": { .text($0.association) }, "kind": { .text($0.kind) },
      "form": { .text($0.definitionsHash) },
      "archive": { .text($0.archive) }, "seal": { .text($0.seal) }, "archiveSHA256": { .text($0.archiveSHA256) },
    ]
  }
}
