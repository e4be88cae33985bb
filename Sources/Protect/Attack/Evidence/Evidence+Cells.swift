import Domain

/// What each printed cell shows; of one that is hidden, its secrets and what its mark says.
extension Evidence {
  mutating func read(_ publication: Publication, _ page: Page) {
    for figure in publication.figures.all where publication.printed.contains(figure.key) {
      guard let told = told(by: figure.key), let stretch = stretch(figure.horizon, publication.month) else { continue }
      let isOld = page.isOld
      var unknowns: [Disclosed.Number: Int] = [:]
      var parts: [Int] = []
      for sum in told.sums {
        let terms = sum.terms.compactMap { term in
          page[Spot(headcount: term.place, first: stretch.lowerBound, last: stretch.upperBound)]
            .map { Weight(place: $0, times: term.times) }
        }
        guard !terms.isEmpty, terms.count == sum.terms.count, figure.whole(sum.number) != nil else { continue }
        unknowns[sum.number] = unknown(adding: [Weight](adding: terms.map { ($0.place, $0.times) }), isOld: isOld)
        if sum.bases.count > 1 { parts += terms.map(\.place) }
      }
      guard let mark = publication.hidden[figure.key], mark != .F else {
        let behind = told.behind.compactMap {
          page[Spot(headcount: $0, first: stretch.lowerBound, last: stretch.upperBound)]
        }
        let shown = [Disclosed.Number.value, .numerator, .denominator].compactMap { unknowns[$0] }
        for place in shown + behind {
          show(place, isOld: isOld)
          if !isOld { keep(Clue(.figure, of: CellOfMonth(month: publication.month, key: figure.key)), of: place) }
        }
        continue
      }
      if figure.value == nil { continue }
      hide(figure.key, publication.month, mark, unknowns, parts, isOld: isOld)
    }
  }

  private mutating func hide(
    _ key: Figures.Key, _ month: Month, _ mark: Confidentiality, _ unknowns: [Disclosed.Number: Int], _ parts: [Int],
    isOld: Bool
  ) {
    let threshold = definitions.programme.confidentiality.threshold(of: key, definitions.catalogue)
    let cell = isOld ? nil : CellOfMonth(month: month, key: key)
    func secret(_ number: Disclosed.Number, _ unknown: Int, isFew: Bool) -> Secret {
      Secret(
        month: month, key: key, number: number, unknown: unknown, threshold: threshold, isFew: isFew || mark == .C)
    }
    if let value = unknowns[.value] {
      let few = mark == .C ? parts.filter { isFew($0, threshold) } : []
      for place in few.isEmpty ? [value] : few { keep(secret(.value, place, isFew: isFew(place, threshold))) }
      if parts.isEmpty { keep(mark, of: value, threshold, cell) }
      return
    }
    var numbers = [Disclosed.Number.numerator, .denominator].compactMap { number in
      unknowns[number].map { (number, $0) }
    }
    if let over = unknowns[.denominator], let of = unknowns[.numerator], over != of {
      numbers.append((.difference, unknown(adding: [Weight](adding: [(over, 1), (of, -1)]), isOld: isOld)))
    }
    var isExplained = false
    for (number, place) in numbers {
      let isFew = isFew(place, threshold)
      if isFew { keep(secret(number, place, isFew: true)) }
      // A small numerator explains a C already: it says nothing of the difference then.
      if mark == .C, number == .difference, isExplained { continue }
      isExplained = isExplained || isFew
      keep(mark, of: place, threshold, cell)
    }
  }

  /// Of these few something is promised.
  private func isFew(_ place: Int, _ threshold: Int) -> Bool { (1..<max(1, threshold)).contains(abs(number(place))) }

  /// `cell`: of what is about to be published; nil: it was published before.
  private mutating func keep(_ mark: Confidentiality, of place: Int, _ threshold: Int, _ cell: CellOfMonth?) {
    guard isFew(place, threshold) == (mark == .C), number(place) >= 0 else { return }
    keep(Mark(unknown: place, meaning: mark == .C ? .few : .noneOrMany, threshold: threshold), isOld: cell == nil)
    if let cell, mark == .C { keep(Clue(.mark, of: cell), of: place) }
  }
}

extension Programme.Confidentiality {
  /// The k of a cell.
  fileprivate func threshold(of key: Figures.Key, _ catalogue: Catalogue) -> Int {
    catalogue[key.indicator]?.isSensitive == true ? sensitiveThreshold : personsThreshold
  }
}
