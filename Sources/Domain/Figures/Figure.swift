/// Status of a figure, by SDMX's observation codes, from best to worst.
package enum Status: UInt8, Hashable, Comparable, Sendable {
  /// Complete and official.
  case A
  /// Rests on a reference number that is not official.
  case E
  /// Provisional: a file it reads is owed and not accepted, or has refused rows.
  case P
  /// Missing, printed *nd*; never 0.
  case M
  package var id: String { String(describing: self) }
  package static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }
  package var french: String {
    switch self {
    case .A: return "définitif"
    case .E: return "estimé"
    case .P: return "provisoire"
    case .M: return "non disponible"
    }
  }
}

/// Why a figure is missing, in the order in which one goes before another.
package enum MissingReason: String, Hashable, Sendable, CaseIterable {
  case nonSuivi = "non-suivi"
  case referenceAbsente = "reference-absente"
  case aucunFichier = "aucun-fichier"
  case nonRenseigne = "non-renseigne"
  case denominateurNul = "denominateur-nul"

  package var french: String {
    switch self {
    case .nonSuivi: return "instance non suivie"
    case .referenceAbsente: return "donnée de référence absente"
    case .aucunFichier: return "aucun fichier accepté"
    case .nonRenseigne: return "colonne non renseignée"
    case .denominateurNul: return "dénominateur nul"
    }
  }
}

/// One number of the month: which indicator, over which horizon, in which cell, and how sure it is.
package struct Figure: Hashable, Sendable {
  package var indicator: String
  package var horizon: Horizon
  package var cell: Cell
  /// nil exactly where the status is M.
  package var value: Rational?
  /// Before the factor; only for ratio, attendance, delivery and reference_share.
  package var numerator: Rational?
  package var denominator: Rational?
  package var status: Status
  package var reason: MissingReason?
  /// Associations (indices into the programme's list) that the figure reads and of which something is lacking.
  package var incomplete: [Int]
  /// How many associations it reads.
  package var associations: Int
  /// The counts of persons the figure is made of, differences of rates included: what protection looks at.
  package var personCounts: [Rational]

  package init(
    indicator: String, horizon: Horizon, cell: Cell, value: Rational?, numerator: Rational? = nil,
    denominator: Rational? = nil, status: Status, reason: MissingReason? = nil, incomplete: [Int] = [],
    associations: Int = 0, personCounts: [Rational] = []
  ) {
    self.indicator = indicator
    self.horizon = horizon
    self.cell = cell
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.status = status
    self.reason = reason
    self.incomplete = incomplete
    self.associations = associations
    self.personCounts = personCounts
  }
}
