import Domain

/// What a cell is called: `axe Mobilité…`, `AFEJI, femmes`; empty for the total. An id that the programme no longer
/// knows stands for itself.
func cellLabel(_ cell: Cell, in programme: Programme) -> String {
  cell.members.map { memberLabel($0, in: programme) }.joined(separator: ", ")
}

private func memberLabel(_ member: Cell.Member, in programme: Programme) -> String {
  let id = member.id
  switch member.dimension {
  case .axe: return "axe " + (programme.axes.first { $0.id == id }?.label.fr ?? id)
  case .association: return programme.label(of: id)
  case .commune where id == CommuneCode.elsewhereID: return "hors du territoire"
  case .commune: return programme.territory.communes.first { $0.code.description == id }?.label ?? "commune " + id
  case .instance: return programme.instances.first { $0.id == id }?.label.fr ?? id
  case .dispositif: return Scheme(id: id) == .autre ? "autre dispositif" : id.uppercased()
  case .sexe: return ["f": "femmes", "h": "hommes", "x": "sexe autre", "inconnu": "sexe inconnu"][id] ?? id
  }
}
