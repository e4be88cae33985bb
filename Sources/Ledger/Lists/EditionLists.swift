/// What an edition mostly has in common with the one before: its files, its findings, and how its exports read.
package struct EditionLists: Sendable {
  package let inputs: EditionList<InputRecord>
  package let findings: EditionList<FindingRecord>
  /// Of its own files; of others where the ledger did not know it, or nobody can say whether it did.
  package var readings: [ArchivedExportRecord]
}
