import Pipeline

/// `bilan doctor --rebuild --json`.
struct RebuildReport: Encodable {
  let rebuilt: Bool
  let ledger: String?
  /// Where the one before lies.
  let kept: String?
  let editions: [VerificationReport]
  let lost: [String]

  /// nil: nothing had to be done.
  init(_ ledger: RebuiltLedger?) {
    rebuilt = ledger != nil
    self.ledger = ledger?.path
    kept = ledger?.keptLedger
    editions = ledger?.verifications.map(VerificationReport.init) ?? []
    lost = ledger?.lost ?? []
  }
}
