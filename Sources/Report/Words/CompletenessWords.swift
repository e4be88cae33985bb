import Domain

/// `12 fichiers sur 13 ; manque : Mille et un commerce (Emplois et ETP)`: accepted over owed, for the month alone.
func completenessWords(_ month: ReportedMonth) -> String {
  let owed = month.deliveries.of(month.month).filter(\.isOwed)
  guard !owed.isEmpty else { return "aucun fichier n'était attendu" }
  let accepted = owed.count { $0.outcome == .accepted }
  var parts = ["\(accepted) \(accepted < 2 ? "fichier" : "fichiers") sur \(owed.count)"]
  for (outcome, one, several) in [
    (Delivery.Outcome.absent, "manque", "manquent"), (.refused, "refusé", "refusés"),
  ] {
    let names = owed.filter { $0.outcome == outcome }.map { deliveryName($0, in: month.definitions.programme) }
    if !names.isEmpty { parts.append("\(names.count < 2 ? one : several) : \(namedBriefly(names))") }
  }
  return parts.joined(separator: " ; ")
}

/// `Mille et un commerce (Emplois et ETP)`
private func deliveryName(_ delivery: Delivery, in programme: Programme) -> String {
  "\(programme.label(of: delivery.association)) (\(delivery.kind.frenchLabel))"
}
