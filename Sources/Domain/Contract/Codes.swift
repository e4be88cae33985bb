/// The closed lists of codes of the exports' columns. Raw value 0 is left free: it stands for a blank in a column.

package protocol Code: CaseIterable, RawRepresentable, Hashable, Sendable where RawValue == UInt8 {
  /// By raw value, each the case's own name. Asking a case for its name looks it up in the program: too slow for every cell of a table.
  static var ids: [String] { get }
}

extension Code {
  /// The id as the contract writes it, which is the case's own name.
  package var id: String { Self.ids[Int(rawValue)] }
  fileprivate static var names: [String] {
    allCases.reduce(into: [""]) { names, code in
      precondition(Int(code.rawValue) == names.count, "codes are numbered from 1 on")
      names.append(String(describing: code))
    }
  }
  package init?(id: String) {
    guard let code = Self.allCases.first(where: { $0.id == id }) else { return nil }
    self = code
  }
}

/// Type of contract.
package enum Contract: UInt8, Code {
  case cdi = 1, cdd, cddi, pec, apprentissage, interim, autre
  package static let ids = names
}

/// Status of a job; one a month. `en_cours` is funded and recruiting.
package enum JobStatus: UInt8, Code {
  case existant = 1, cree, en_cours, consolide, supprime
  package static let ids = names
}

/// Scheme of insertion through work. `autre` is for the register alone.
package enum Scheme: UInt8, Code {
  case aci = 1, ei, ai, etti, eiti, autre
  package static let ids = names
}

package enum Sex: UInt8, Code {
  case f = 1, h, x
  package static let ids = names
}

/// How an insertion path ended.
package enum Outcome: UInt8, Code {
  case durable = 1, transition, positive, autre, retrait
  package static let ids = names
}

/// Whether a meeting took place; blank is `tenue`.
package enum MeetingState: UInt8, Code {
  case tenue = 1, planifiee, annulee
  package static let ids = names
}

package enum YesNo: UInt8, Code {
  case non = 1, oui
  package static let ids = names
}
