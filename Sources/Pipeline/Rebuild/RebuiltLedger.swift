/// What came of making a ledger again.
package struct RebuiltLedger: Sendable {
  /// Where it stands.
  package let path: String
  /// The one that it replaces, put aside; nil: there was none.
  package let keptLedger: String?
  package let editions: [String]
  /// What nobody knows any more, and what to do about it. French.
  package let lost: [String]
  /// Every edition, looked at again.
  package let verifications: [Verification]
}
