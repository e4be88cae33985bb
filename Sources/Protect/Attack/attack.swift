import Domain
import Solver

/// The attack is the proof: the smallest and the largest value of each hidden count under all equations of everything that was and will
/// be published. What `published` alone gave away as far is not told again. Nothing: every promise is kept.
///
/// Another reading of the same equations than that of ``suppress(_:under:)``, which it shares no code with: an error of the one is found
/// by the other. A function of its arguments, in whole numbers and a fixed order.
/// `isTraced`: what told each of them is found, too.
package func attack(
  _ published: [Publication], upcoming: [Publication], under definitions: Definitions, isTraced: Bool = false
) -> [Disclosed] {
  guard upcoming.contains(where: { !$0.printed.isEmpty }) else { return [] }
  let evidence = Evidence(published, upcoming, definitions)
  let asked = sideBySide(2) { turn in
    turn == 0
      ? Inquiry(evidence, .unmarked, { _ in true }, width: { $0.threshold }).findings()
      : Inquiry(evidence, .sided, { $0.isFew }, width: { _ in 1 }).findings()
  }
  let narrow = asked[0]
  var exact = asked[1]
  if !exact.isEmpty {
    // He knew more than anybody: what those find out who know the marks is less.
    let suspects = Set(exact.map(\.secret))
    exact = Inquiry(evidence, .marked, { suspects.contains($0) }, width: { _ in 1 }).findings()
  }
  var disclosed: [Disclosed] = []
  for (findings, what, outside) in [(narrow, Disclosed.What.narrow, Outside.unmarked), (exact, .exact, .sided)]
  where !findings.isEmpty {
    var tracing = isTraced ? Tracing(evidence, outside) : nil
    for finding in findings {
      let clues = tracing?.clues(of: finding, width: what == .exact ? 1 : finding.secret.threshold)
      disclosed.append(Disclosed(finding, what, clues ?? []))
    }
  }
  return disclosed
}

extension Disclosed {
  fileprivate init(_ finding: Inquiry.Finding, _ what: What, _ clues: [[Clue]]) {
    self.init(
      month: finding.secret.month, key: finding.secret.key, what: what, number: finding.secret.number,
      lowest: finding.interval.lowerBound, highest: finding.interval.upperBound, clues: clues)
  }
}
