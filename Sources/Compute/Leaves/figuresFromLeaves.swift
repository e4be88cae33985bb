import Domain

/// What a result does not answer: the figures of this month would lack it.
package struct LeafMissing: Error, Hashable {
  package enum What: Hashable, Sendable {
    /// Persons were not counted for this month, or the facts end before it.
    case month(asked: [Month], last: Month)
    case question(LeafResult.Question)
  }
  package let what: What
}

/// Figures of a month from another engine's whole numbers: the same, to the last digit, as from the rows. Throws ``LeafMissing``.
package func figures(
  _ catalogue: Catalogue, of programme: Programme, with reference: Reference, for month: Month, from result: LeafResult,
  only indicators: [Indicator]? = nil
) throws(LeafMissing) -> Figures {
  let deliveries = result.deliveries.compactMap { $0.delivery(in: programme) }
  let engine = Engine(catalogue, programme, reference, month: month, deliveries: Deliveries(deliveries))
  let wanted = indicators ?? catalogue.indicators
  for indicator in wanted { engine.require(indicator) }
  guard result.months.contains(month), month <= result.last else {
    throw LeafMissing(what: .month(asked: result.months.sorted(), last: result.last))
  }
  for tally in engine.tallies {
    for question in tally.questions(programme) where !result.questions.contains(question) {
      throw LeafMissing(what: .question(question))
    }
  }
  let answers = LeafAnswers(result, engine.tallies, start: programme.start)
  engine.settle { leaf, slice in answers.subtotal(leaf, slice, month: month) }
  return Figures(month: month, wanted.flatMap { engine.figures(of: $0) })
}

extension LeafTally {
  fileprivate func questions(_ programme: Programme) -> [LeafResult.Question] {
    let counted = leaf.measure.isSum && programme.confidentiality.hidesSums
    let ids = [leaf.term.leafID] + (counted ? [leaf.term.leafID + LeafRow.Part.persons.suffix] : [])
    return ids.flatMap { id in
      slices.map { LeafResult.Question(leaf: id, breakdown: $0.breakdown.dimensions) }
    }
  }
}

extension DeliveryState {
  /// nil: of no association of the programme.
  fileprivate func delivery(in programme: Programme) -> Delivery? {
    guard programme.associations.indices.contains(association - 1) else { return nil }
    return Delivery(
      DeliveryID(programme.associations[association - 1].id, kind, month),
      outcome: isAccepted ? .accepted : .absent, rowsKept: rowsKept, rowsRefused: rowsRefused,
      waived: isWaived ? "" : nil)
  }
}
