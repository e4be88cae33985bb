import Domain

/// The figures that end up elsewhere, in the table's order, each with the steps that moved it. The last step ends at the
/// new figures as they are.
func followSteps(
  _ steps: [AppliedStep], from old: Figures, to new: Figures
) throws -> [(Figures.Key, [RevisionStep])] {
  var causes: [Figures.Key: [RevisionStep]] = [:]
  var before = old
  // Steps between which nothing could be computed: they moved what they moved together.
  var together: [RevisionStep] = []
  for (index, step) in steps.enumerated() {
    together.append(step.step)
    do {
      guard let after = index == steps.count - 1 ? new : try step.figures() else { continue }
      for key in differing(before, after) { causes[key, default: []] += together }
      before = after
      together = []
    } catch is ArchiveDamaged {
      // The way cannot be walked any more: what is left to explain has all the causes that are left.
      for key in differing(before, new) {
        causes[key, default: []] += together + steps[(index + 1)...].map(\.step)
      }
      break
    }
  }
  return differing(old, new).map { ($0, causes[$0] ?? []) }
}

/// Keys of figures that are not the same; those that are gone stand at the end.
private func differing(_ old: Figures, _ new: Figures) -> [Figures.Key] {
  new.all.map(\.key).filter { !isSame(old[$0], new[$0]) } + old.all.map(\.key).filter { new[$0] == nil }
}

/// As a table of figures prints them: value, numerator, denominator, status and its reason.
func isSame(_ a: Figure?, _ b: Figure?) -> Bool {
  a?.value == b?.value && a?.numerator == b?.numerator && a?.denominator == b?.denominator && a?.status == b?.status
    && a?.reason == b?.reason
}
