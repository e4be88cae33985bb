import Domain

/// One delivery for each one owed or received, marked owed and waived.
func completeDeliveries(
  _ received: some Sequence<Delivery>, _ listed: ListedExports, _ definitions: Definitions, upTo month: Month
) -> Deliveries {
  let programme = definitions.programme
  let received = Array(received)
  let refused = listed.refused.map {
    Delivery(
      $0.id(in: programme), file: $0.file, sha256: listed.refusedHashes[$0.file] ?? "", outcome: .refused)
  }
  let known = Set(received.map(\.id) + refused.map(\.id))
  let absent = owedDeliveries(programme, upTo: month).filter { !known.contains($0) }
    .map { Delivery($0, outcome: .absent) }
  return Deliveries(
    (received + refused + absent).map { delivery in
      var delivery = delivery
      let association = programme.association(delivery.association)
      delivery.isOwed = association?.owes.contains(delivery.kind) == true
      delivery.nameLike(association)
      delivery.waived = definitions.acknowledged.reason(
        association: delivery.association, kind: delivery.kind, month: delivery.month)
      return delivery
    }.inOrder(of: programme))
}

/// From the programme's start, or the association's own, to the month.
private func owedDeliveries(_ programme: Programme, upTo month: Month) -> [DeliveryID] {
  programme.associations.flatMap { association in
    let months = association.membership(within: programme.start...month).map(Array.init) ?? []
    return association.owes.flatMap { kind in months.map { DeliveryID(association.id, kind, $0) } }
  }
}

extension Delivery {
  /// Where nothing came, it is called as the association's software would call it.
  mutating func nameLike(_ association: Association?) {
    guard let association, !association.mappings.isEmpty, association.mappings[kind] != nil, file.isEmpty else {
      return
    }
    expectedName = association.expectedFile(kind, month)
  }
}
