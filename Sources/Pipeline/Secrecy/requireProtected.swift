import Domain
import Protect

/// The proof that what is hidden stays hidden: everything that was published and is about to be is attacked by another reading than the
/// one that chose what to hide. Throws ``PublicationRefused``, which names the cells and tells no number.
func requireProtected(_ found: [Disclosed], _ month: Month) throws(PublicationRefused) {
  guard !found.isEmpty else { return }
  throw PublicationRefused(
    month: month,
    reason:
      "le secret statistique ne tiendrait pas, "
      + (found.count < 2 ? "un nombre masqué serait retrouvé" : "\(found.count) nombres masqués seraient retrouvés"),
    details: found.map(\.french) + [
      "retirer une de ces lignes ou colonnes des rapports (inputs/funders), puis : bilan plan \(month)"
    ])
}

extension Disclosed {
  /// `2022-05 sorties annee association=adds : connu exactement`
  package var french: String {
    let place = [key.indicator, key.horizon.id, key.cell.text].filter { !$0.isEmpty }.joined(separator: " ")
    return "\(month) \(place) : \(number.french)" + (what == .exact ? "connu exactement" : "connu de trop près")
  }
}

extension Disclosed.Number {
  fileprivate var french: String {
    switch self {
    case .value: ""
    case .numerator: "numérateur "
    case .denominator: "dénominateur "
    case .difference: "différence des deux "
    }
  }
}
