import Domain

/// Employees by the full-time equivalents that are shown of them: nobody is more than one.
extension Evidence {
  mutating func countHeads(behind fullTime: [Figure], on page: Page) {
    for figure in fullTime {
      guard let value = figure.value, let term = definitions.catalogue[figure.indicator]?.term,
        let working = Headcount(.countStock(.salarie), term.conditions, definitions.programme.territory)?
          .narrowed(to: figure.cell, definitions.programme)
      else { continue }
      let least = (value.numerator + value.denominator - 1) / value.denominator
      for spot in page.order where spot.first == spot.last {
        let headcount = reading.headcounts[spot.headcount]
        guard headcount == working || working.isPart(of: headcount) else { continue }
        raise(page[spot]!, to: Int(least), isOld: page.isOld)
      }
    }
  }
}
