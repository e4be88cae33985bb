import Domain

/// Rows whose columns answer to a ``Field``: what conditions and breakdowns look at.
protocol CodedRows {
  /// 0 is a blank. Members of the programme's lists are numbered from 1.
  func code(_ field: Field, _ row: Int) -> UInt32
  /// For the fields compared as numbers; nil is a blank.
  func number(_ field: Field, _ row: Int) -> Int?
}

extension JobRows: CodedRows {
  func code(_ field: Field, _ row: Int) -> UInt32 {
    switch field {
    case .axe: return UInt32(axis[row])
    case .association: return UInt32(association + 1)
    case .commune: return commune[row]
    case .dispositif: return UInt32(scheme[row])
    case .sexe: return UInt32(sex[row])
    case .contrat: return UInt32(contract[row])
    case .statut: return UInt32(status[row])
    case .poste_id: return job[row]
    case .salarie_id: return employee[row]
    case .etp: return fullTimeEquivalent[row] < 0 ? 0 : 1
    case .heures: return hours[row] < 0 ? 0 : 1
    case .date_debut: return start[row] == Int32.min ? 0 : 1
    case .date_fin: return end[row] == Int32.min ? 0 : 1
    default: return 0
    }
  }
  func number(_ field: Field, _ row: Int) -> Int? { nil }
}

extension PathRows: CodedRows {
  func code(_ field: Field, _ row: Int) -> UInt32 {
    switch field {
    case .axe: return UInt32(axis[row])
    case .association: return UInt32(association + 1)
    case .commune: return commune[row]
    case .dispositif: return UInt32(scheme[row])
    case .sexe: return UInt32(sex[row])
    case .sortie: return UInt32(outcome[row])
    case .rsa: return UInt32(rsa[row])
    case .rqth: return UInt32(rqth[row])
    case .qpv: return UInt32(qpv[row])
    case .cle_personne: return sharedKey[row]
    case .date_entree: return 1
    case .date_sortie: return exit[row] == Int32.min ? 0 : 1
    case .naissance, .age_entree: return birth[row] == Int32.min ? 0 : 1
    case .mois_chomage: return monthsUnemployed[row] < 0 ? 0 : 1
    default: return 0
    }
  }
  func number(_ field: Field, _ row: Int) -> Int? {
    switch field {
    case .age_entree: return ageAtEntry(row)
    case .mois_chomage: return monthsUnemployed[row] < 0 ? nil : Int(monthsUnemployed[row])
    default: return nil
    }
  }
}
