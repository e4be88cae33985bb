import Domain

/// What of a month's findings and deliveries is each association's, for its letter: looked through once, however many letters
/// there are.
package struct LetterShares {
  private let month: Month
  private let findings: [Finding]
  /// Of each association's.
  private var places: [Association.ID: [Int]] = [:]
  private let deliveries: [Association.ID: [Delivery]]

  package init(_ findings: [Finding], _ deliveries: [Delivery], _ month: Month) {
    self.month = month
    self.findings = findings
    // Mostly an association's stand side by side.
    var first = 0
    while first < findings.count {
      let association = findings[first].association
      let next = findings[first...].firstIndex { $0.association != association } ?? findings.count
      if let association { places[association, default: []] += first..<next }
      first = next
    }
    self.deliveries = deliveries.byAssociation
  }

  /// The findings an association is told of: all of the month, and of earlier months what refused something.
  package func findings(of association: Association.ID) -> [Finding] {
    let newest = newestRegister(of: association)
    return (places[association] ?? []).filter { place in
      matters(findings[place].kind, findings[place].month, newest)
        && (findings[place].month == month || findings[place].severity <= .row)
    }.map { findings[$0] }
  }

  /// Of its registers the newest alone.
  func deliveries(of association: Association.ID) -> [Delivery] {
    let newest = newestRegister(of: association)
    return allDeliveries(of: association).filter { matters($0.kind, $0.month, newest) }
  }

  func allDeliveries(of association: Association.ID) -> [Delivery] { deliveries[association] ?? [] }

  /// Of the registers only the newest matters: it replaces those before.
  private func newestRegister(of association: Association.ID) -> Month? {
    deliveries[association]?.last { $0.kind == .beneficiaires && $0.outcome != .absent }?.month
  }

  private func matters(_ kind: ExportKind?, _ other: Month?, _ newestRegister: Month?) -> Bool {
    other == nil || other == month || kind != .beneficiaires || other == newestRegister
  }
}
