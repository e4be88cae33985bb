import Domain

/// What of a month's findings and deliveries is each association's, for its letter: looked through once, however many letters
/// there are.
package struct LetterShares {
  private let month: Month
  /// Those that a letter may tell of, by association.
  private let findings: [Association.ID: [Finding]]
  /// Of the month, and of others those that are not whole; by association.
  private let deliveries: [Association.ID: [Delivery]]
  private let all: Deliveries

  package init(_ findings: Findings, _ deliveries: Deliveries, _ month: Month) {
    self.month = month
    self.findings = Dictionary(
      grouping: findings.told(in: month).filter { $0.association != nil }, by: { $0.association! })
    self.deliveries = (deliveries.open.filter { $0.month != month } + deliveries.of(month)).byAssociation
    all = deliveries
  }

  /// The findings an association is told of: all of the month, and of earlier months what refused something.
  package func findings(of association: Association.ID) -> [Finding] {
    let newest = all.newestRegister(of: association)
    return (findings[association] ?? []).filter { finding in
      matters(finding.kind, finding.month, newest) && (finding.month == month || finding.severity <= .row)
    }
  }

  /// Those of the month, and those of earlier months that are not whole; of its registers the newest alone.
  func deliveries(of association: Association.ID) -> [Delivery] {
    let newest = all.newestRegister(of: association)
    return (deliveries[association] ?? []).filter { matters($0.kind, $0.month, newest) }
  }

  func allDeliveries(of association: Association.ID) -> [Delivery] { all.filter { $0.association == association } }

  /// Of the registers only the newest matters: it replaces those before.
  private func matters(_ kind: ExportKind?, _ other: Month?, _ newestRegister: Month?) -> Bool {
    other == nil || other == month || kind != .beneficiaires || other == newestRegister
  }
}
