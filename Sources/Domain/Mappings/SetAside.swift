/// Lines of a file that a rule of its mapping sets aside: never in silence.
package struct SetAside: Hashable, Sendable, Codable {
  package enum Rule: String, Hashable, Sendable, Codable, CaseIterable {
    case drop, keep
    /// Rows of another month than the one that is read.
    case months
  }
  package let rule: Rule
  /// `mappings/die.yaml:6`
  package let place: String
  package var rows: Int

  package init(_ rule: Rule, place: String, rows: Int) {
    self.rule = rule
    self.place = place
    self.rows = rows
  }

  /// `4 lignes écartées : keep, mappings/adds.yaml:6`
  package var french: String { "\(SetAside.lines(rows)) : \(source)" }
  /// `keep, mappings/adds.yaml:6`
  package var source: String { "\(rule.rawValue), \(place)" }

  package static func lines(_ count: Int) -> String { "\(count) \(count < 2 ? "ligne écartée" : "lignes écartées")" }
}
