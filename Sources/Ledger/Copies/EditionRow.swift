import GRDB

/// A record that is written column by column, by name: into its table, and into an ``EditionCopy``.
package protocol EditionRow {
  /// Values by column, in the order of the copy's text.
  static var columns: KeyValuePairs<String, (Self) -> (any DatabaseValueConvertible)?> { get }
}

extension EditionRow {
  /// What a copy says of them.
  package static func text(_ records: [Self]) -> [UInt8] {
    let values = columns.map(\.value)
    return CopyText.bytes(records.lazy.map { record in values.map { text(of: $0(record)?.databaseValue) } })
  }

  private static func text(of value: DatabaseValue?) -> String? {
    switch value?.storage {
    case .string(let text): text
    case .int64(let number): String(number)
    // No column of the ledger holds anything else.
    default: nil
    }
  }
}

extension EditionRecord: EditionRow {
  /// But for its manifest, which names the hash of these, and for the moment, which is the machine's.
  package static var columns: KeyValuePairs<String, (EditionRecord) -> (any DatabaseValueConvertible)?> {
    [
      "month": { $0.month }, "number": { $0.number }, "predecessor": { $0.predecessor }, "reason": { $0.reason },
      "materiality": { $0.materiality }, "causes": { $0.causes }, "changes": { $0.changes },
      "programme": { $0.programme }, "program": { $0.bilanVersion }, "fingerprint": { $0.fingerprint },
      "figures": { $0.figures }, "acceptedLoss": { $0.acceptedLoss }, "effects": { $0.effects },
    ]
  }
}

extension InputRecord: EditionRow {
  /// But for its place in the archive, which the key decides.
  package static var columns: KeyValuePairs<String, (InputRecord) -> (any DatabaseValueConvertible)?> {
    [
      "association": { $0.association }, "kind": { $0.kind }, "month": { $0.month }, "file": { $0.file },
      "sha256": { $0.sha256 }, "outcome": { $0.outcome }, "isOwed": { $0.isOwed }, "rowsKept": { $0.rowsKept },
      "rowsRefused": { $0.rowsRefused }, "waived": { $0.waived },
    ]
  }
}

extension DefinitionRecord: EditionRow {
  package static var columns: KeyValuePairs<String, (DefinitionRecord) -> (any DatabaseValueConvertible)?> {
    ["file": { $0.file }, "sha256": { $0.sha256 }]
  }
}

extension FindingRecord: EditionRow {
  package static var columns: KeyValuePairs<String, (FindingRecord) -> (any DatabaseValueConvertible)?> {
    [
      "code": { $0.code }, "severity": { $0.severity }, "association": { $0.association }, "kind": { $0.kind },
      "month": { $0.month }, "file": { $0.file }, "line": { $0.line }, "row": { $0.row },
      "otherLines": { $0.otherLines }, "column": { $0.column }, "header": { $0.header }, "rule": { $0.rule },
      "remedy": { $0.remedy },
    ]
  }
}

extension FigureRecord: EditionRow {
  package static var columns: KeyValuePairs<String, (FigureRecord) -> (any DatabaseValueConvertible)?> {
    [
      "indicator": { $0.indicator }, "horizon": { $0.horizon }, "cell": { $0.cell }, "value": { $0.value },
      "numerator": { $0.numerator }, "denominator": { $0.denominator }, "status": { $0.status },
      "reason": { $0.reason }, "confidentiality": { $0.confidentiality },
    ]
  }
}

extension DisclosureRecord: EditionRow {
  package static var columns: KeyValuePairs<String, (DisclosureRecord) -> (any DatabaseValueConvertible)?> {
    [
      "month": { $0.month }, "indicator": { $0.indicator }, "horizon": { $0.horizon }, "cell": { $0.cell },
      "value": { $0.value }, "numerator": { $0.numerator }, "denominator": { $0.denominator },
      "confidentiality": { $0.confidentiality }, "protects": { $0.protects },
    ]
  }
}

extension ArchivedExportRecord: EditionRow {
  package static var columns: KeyValuePairs<String, (ArchivedExportRecord) -> (any DatabaseValueConvertible)?> {
    [
      "sha256": { $0.sha256 }, "association": { $0.association }, "kind": { $0.kind }, "form": { $0.definitionsHash },
      "archive": { $0.archive }, "seal": { $0.seal }, "archiveSHA256": { $0.archiveSHA256 },
    ]
  }
}
