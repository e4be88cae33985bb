/// Everything that is committed with an edition.
package struct EditionContents: Sendable {
  package var edition: EditionRecord
  package var inputs: ArraySlice<InputRecord>
  package var definitions: [DefinitionRecord]
  package var findings: ArraySlice<FindingRecord>
  package var figures: [FigureRecord]
  /// How its accepted exports read; those the ledger has already are left alone.
  package var archivedExports: [ArchivedExportRecord]
  package var disclosures: [DisclosureRecord]

  package init(
    edition: EditionRecord, inputs: ArraySlice<InputRecord>, definitions: [DefinitionRecord],
    findings: ArraySlice<FindingRecord>,
    figures: [FigureRecord], archivedExports: [ArchivedExportRecord], disclosures: [DisclosureRecord] = []
  ) {
    self.edition = edition
    self.inputs = inputs
    self.definitions = definitions
    self.findings = findings
    self.figures = figures
    self.archivedExports = archivedExports
    self.disclosures = disclosures
  }
}
