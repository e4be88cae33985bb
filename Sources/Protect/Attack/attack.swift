import Domain

/// The attack is the proof: the smallest and the largest value of each hidden count under all equations of everything that was and will
/// be published. What `published` alone gave away as far is not told again. Nothing: every promise is kept.
///
/// Another reading of the same equations than that of ``suppress(_:under:)``, which it shares no code with: an error of the one is found
/// by the other. A function of its arguments, in whole numbers and a fixed order.
package func attack(
  _ published: [Publication], upcoming: [Publication], under definitions: Definitions
) -> [Disclosed] {
  guard upcoming.contains(where: { !$0.printed.isEmpty }) else { return [] }
  let evidence = Evidence(published, upcoming, definitions)
  let narrow = Inquiry(evidence, .unmarked, { _ in true }, width: \.threshold).findings()
  var exact = Inquiry(evidence, .sided, \.isFew, width: { _ in 1 }).findings()
  if !exact.isEmpty {
    // He knew more than anybody: what those find out who know the marks is less.
    let suspects = Set(exact.map(\.secret))
    exact = Inquiry(evidence, .marked, { suspects.contains($0) }, width: { _ in 1 }).findings()
  }
  return narrow.map { Disclosed($0, .narrow) } + exact.map { Disclosed($0, .exact) }
}

extension Disclosed {
  fileprivate init(_ finding: Inquiry.Finding, _ what: What) {
    self.init(
      month: finding.secret.month, key: finding.secret.key, what: what, number: finding.secret.number,
      lowest: finding.interval.lowerBound, highest: finding.interval.upperBound)
  }
}
