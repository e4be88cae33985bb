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
  /// `known`: what everybody knows whatever is hidden now. A 0 among it is shown: hiding it would hide nothing.
  package mutating func giveWay(
    _ step: GivingWay, to found: [Disclosed], known: [Disclosed], under definitions: Definitions
  ) {
    let plain = Set(
      known.filter { $0.lowest == 0 && $0.highest == 0 }.map { CellOfMonth(month: $0.month, key: $0.key) })
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
        guard let value = figure.value, !kinds(figure.key).isDisjoint(with: touched) else { continue }
        if value.isZero, plain.contains(CellOfMonth(month: told.month, key: figure.key)) { continue }
        if smallCounts.stand(in: figure, of: catalogue[figure.indicator]) {
          unmarked[told.month, default: []].insert(figure.key)
        } else if step == .all || !value.isZero && cells.contains(figure.cell) {
          hidden[figure.key] = .D
        }
      }
      return told.hiding(hidden)
    }
  }
}

extension Disclosure {
  /// What an outsider would know of the cells that are about to be printed if every one of them were hidden, and no mark said anything: what
  /// was published before tells it.
  package func unavoidable(under definitions: Definitions) -> [Disclosed] {
    let silent = upcoming.map { told in
      // What is missing is said to be missing, and a rate without a denominator shows it.
      told.hiding(told.printed.reduce(into: [:]) { if told.figures[$1]?.value != nil { $0[$1] = .D } })
    }
    return attack(published, upcoming: silent, under: definitions)
  }
}

extension Disclosed {
  /// One of the others is the same number, and known as closely.
  package func isNoCloser(than others: [Disclosed]) -> Bool {
    others.contains { other in
      month == other.month && key == other.key && number == other.number
        && (what == other.what ? highest - lowest >= other.highest - other.lowest : other.lowest == other.highest)
    }
  }
}
