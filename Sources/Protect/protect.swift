import Domain

/// Hides small counts of persons (6-confidentiality.md, primary): a count of 1 to k−1, a rate whose numerator, denominator
/// or their difference is one, and what is made of them. 0 is shown.
///
/// `hiddenBefore`: cells that an earlier edition of the month did not show; they stay hidden.
///
/// Secondary suppression is not applied yet: what is hidden here may still be computed from what is shown.
package func protect(
  _ figures: Figures, under rules: Programme.Confidentiality, catalogue: Catalogue,
  hiddenBefore: Set<Figures.Key> = []
) -> ReleasedFigures {
  ReleasedFigures(
    month: figures.month,
    figures.all.map { figure in
      let isSensitive = catalogue[figure.indicator]?.isSensitive ?? false
      let threshold = isSensitive ? rules.sensitiveThreshold : rules.personsThreshold
      let wasHidden =
        figure.value != nil && hiddenBefore.contains(Figures.Key(figure.indicator, figure.horizon, figure.cell))
      return ReleasedFigure(
        figure, confidentiality: wasHidden || hasSmallCount(figure, below: threshold) ? .C : .F)
    })
}

private func hasSmallCount(_ figure: Figure, below threshold: Int) -> Bool {
  figure.value != nil
    && figure.personCounts.contains { count in
      let size = count < .zero ? .zero - count : count
      return size >= Rational(1) && size < Rational(threshold)
    }
}
