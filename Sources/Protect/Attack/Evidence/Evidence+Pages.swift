import Domain

/// From figures to unknowns: what stands on a page.
extension Evidence {
  mutating func write(_ publication: Publication, _ families: Families, _ page: inout Page) {
    var sums: [(terms: [Weight], stretch: ClosedRange<Month>, number: Int)] = []
    for figure in publication.figures.all {
      guard let told = told(by: figure.key), let stretch = stretch(figure.horizon, publication.month) else { continue }
      for sum in told.sums {
        guard let number = figure.whole(sum.number),
          sum.bases.contains(where: { families.contains($0, figure.horizon, figure.cell.dimensions) })
        else { continue }
        guard sum.bases.count == 1, let term = sum.terms.first, term.times == 1, number >= 0 else {
          if !sum.terms.isEmpty { sums.append((sum.terms, stretch, number)) }
          continue
        }
        let spot = Spot(headcount: term.place, first: stretch.lowerBound, last: stretch.upperBound)
        let place = unknown(spot, number, isOld: page.isOld)
        page.write(place, at: spot)
        let breakdown = Page.Breakdown(base: sum.bases[0], stretch: stretch, dimensions: figure.cell.dimensions)
        page.write(Page.Row(cell: figure.cell, unknown: place), of: breakdown)
      }
    }
    for sum in sums { writeRest(of: sum.terms, sum.stretch, sum.number, &page) }
  }

  /// The one part of a sum that no figure tells is what the others leave.
  private mutating func writeRest(
    of terms: [Weight], _ stretch: ClosedRange<Month>, _ number: Int, _ page: inout Page
  ) {
    func spot(_ term: Weight) -> Spot {
      Spot(headcount: term.place, first: stretch.lowerBound, last: stretch.upperBound)
    }
    let missing = terms.filter { page[spot($0)] == nil }
    guard missing.count == 1, let part = missing.first else { return }
    let others = terms.filter { $0.place != part.place }.reduce(0) { $0 + $1.times * self.number(page[spot($1)]!) }
    let rest = number - others
    guard rest.isMultiple(of: part.times), rest / part.times >= 0 else { return }
    page.write(unknown(spot(part), rest / part.times, isOld: page.isOld), at: spot(part))
  }
}

extension Figure {
  /// One of the numbers that it prints, where it is a whole one.
  func whole(_ number: Disclosed.Number) -> Int? {
    guard value != nil || denominator != nil else { return nil }
    let rational: Rational?
    switch number {
    case .value: rational = value
    case .numerator: rational = numerator
    case .denominator: rational = denominator
    case .difference: rational = nil
    }
    guard let rational, rational.isWhole else { return nil }
    return Int(exactly: rational.numerator)
  }
}
