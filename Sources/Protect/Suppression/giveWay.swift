import Domain

/// How the choice gives way where the attack finds what the choice did not see: first marks say less, and what stands beside is hidden;
/// then everything of these exports. What tells nothing new gives nothing away, so that no month must stay unpublished.
package enum GivingWay: CaseIterable, Sendable {
  /// No small count of these exports is marked as one; cells that stand beside what was found are hidden.
  case beside
  /// No cell of these exports is shown.
  case all
}

extension Disclosure {
  package mutating func giveWay(_ step: GivingWay, to found: [Disclosed], under definitions: Definitions) {
    let catalogue = definitions.catalogue
    func kinds(_ key: Figures.Key) -> Set<ExportKind> {
      catalogue[key.indicator].map { catalogue.kinds(of: $0.term) } ?? []
    }
    let touched = found.reduce(into: Set<ExportKind>()) { $0.formUnion(kinds($1.key)) }
    let cells = Set(found.map(\.key.cell))
    let smallCounts = SmallCounts(definitions.programme.confidentiality)
    upcoming = upcoming.map { told in
      var hidden = told.hidden
      for figure in told.figures.all where told.printed.contains(figure.key) {
        // Nobody stands behind a 0: hiding it would protect little, and a rate without a denominator tells it anyway.
        guard let value = figure.value, !value.isZero, !kinds(figure.key).isDisjoint(with: touched) else { continue }
        if smallCounts.stand(in: figure, of: catalogue[figure.indicator]) {
          unmarked[told.month, default: []].insert(figure.key)
        } else if step == .all || cells.contains(figure.cell) {
          hidden[figure.key] = .D
        }
      }
      return Publication(month: told.month, figures: told.figures, printed: told.printed, hidden: hidden)
    }
  }
}
