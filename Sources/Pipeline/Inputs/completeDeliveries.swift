import Domain

/// One delivery for each (association, kind, month) owed or received, marked owed and waived.
func completeDeliveries(
  _ received: [Delivery], _ listed: ListedExports, _ definitions: Definitions, upTo month: Month
) -> [Delivery] {
  let programme = definitions.programme
  var deliveries = received
  deliveries += listed.doubled.map {
    Delivery(
      association: $0.association, kind: $0.kind, month: $0.month, file: $0.file, outcome: .refused, isOwed: false)
  }
  struct Key: Hashable {
    let association: Int
    let kind: ExportKind
    let month: Month
  }
  let known = Set(deliveries.map { Key(association: $0.association, kind: $0.kind, month: $0.month) })
  for (index, association) in programme.associations.enumerated() {
    for kind in association.owes {
      for month in association.membership(within: programme.start...month).map(Array.init) ?? []
      where !known.contains(Key(association: index, kind: kind, month: month)) {
        deliveries.append(Delivery(association: index, kind: kind, month: month, outcome: .absent, isOwed: true))
      }
    }
  }
  for index in deliveries.indices {
    let association = programme.associations[deliveries[index].association]
    deliveries[index].isOwed = association.owes.contains(deliveries[index].kind)
    deliveries[index].waived = definitions.acknowledged.reason(
      association: association.id, kind: deliveries[index].kind, month: deliveries[index].month)
  }
  return deliveries.inOrder
}
